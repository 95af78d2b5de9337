import java.sql.*;

class Example {
  public static void main(String[] arguments) throws SQLException {
    var config = new org.sqlite.SQLiteConfig();
    config.enableLoadExtension(true);
    try (var db = DriverManager.getConnection("jdbc:sqlite:news.db", config.toProperties())) {
      db.createStatement().execute("SELECT load_extension('./build/gazette')");
      var query = db.prepareStatement("SELECT speaker, content FROM gazette_quotes(?, '2024-05-14')");
      query.setString(1, "\"We agreed,\" Ms Diallo said on Monday.");
      for (var quotes = query.executeQuery(); quotes.next(); ) System.out.println(quotes.getString(1) + ": " + quotes.getString(2));
    }
  }
}
