import ArticleReading

/// Works out which day, month or year the time expressions of an article mean.
package struct TimeResolver: Sendable {
  /// The day of publication, the anchor of "on Tuesday" and "last month", where known.
  package let anchor: CalendarDate?

  /// Reads the time expressions of an article.
  package init(context: ArticleContext) {
    anchor = context.article.date
  }

  /// The date that the text gives to the clause or phrase headed by a token, by an expression attached to it.
  package func date(attachedTo token: Int, in context: ArticleContext) -> CalendarDate? { nil }
}
