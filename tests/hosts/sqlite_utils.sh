sqlite-utils query news.db --load-extension ./build/gazette --raw \
  "SELECT speaker || ': ' || content FROM gazette_quotes(:text, :published)" \
  -p text '"We agreed," Ms Diallo said on Monday.' -p published 2024-05-14
