sql="SELECT speaker || ': ' || content FROM gazette_quotes(:text, :published)"
text='"We agreed," Ms Diallo said on Monday.'
datasette news.db --load-extension ./build/gazette --setting sql_time_limit_ms 5000 \
  --get "$(printf '/news.json?_shape=arrayfirst&sql=%s&text=%s&published=2024-05-14' "${sql// /+}" "${text// /+}")"
