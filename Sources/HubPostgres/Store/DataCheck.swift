/// What a platform's data may hold against the rules of the domain: reported, never mended by us.
struct DataCheck: Sendable {
    /// Counts the rows in question.
    let sql: String
    /// What they are, behind their number.
    let words: String
    /// What the desk makes of them, or what the operator can do.
    let remedy: String

    static let all = [
        DataCheck(
            sql: """
                SELECT count(*) FROM conversation AS c LEFT JOIN chatbot AS b ON b.id = c.chatbot_id
                WHERE b.property_id IS NULL
                """,
            words: "conversations have no chatbot with a property",
            remedy: "nobody sees them; give conversation.chatbot_id or chatbot.property_id a value"
        ),
        DataCheck(
            sql: "SELECT count(*) FROM tours WHERE property_id IS NULL",
            words: "tours have no property",
            remedy: "nobody sees them; give tours.property_id a value"
        ),
        DataCheck(
            sql: """
                SELECT count(*) FROM faq
                WHERE status = 'answered' AND trim(coalesce(answer, '')) = ''
                """,
            words: "questions are marked as answered and have no answer",
            remedy: "the desk shows them as pending"
        ),
        DataCheck(
            sql: """
                SELECT count(*) FROM tours WHERE lower(replace(coalesce(status, ''), '-', '_'))
                NOT IN ('scheduled', 'completed', 'cancelled', 'canceled', 'no_show')
                """,
            words: "tours have a status that nobody knows",
            remedy: "the desk shows it as it is; it counts as neither scheduled nor over"
        ),
        DataCheck(
            sql: """
                SELECT count(*) FROM tasks WHERE lower(coalesce(status, ''))
                NOT IN ('pending', 'answered', 'resolved', 'dismissed')
                """,
            words: "tasks have a status that nobody knows",
            remedy: "use pending, answered or dismissed"
        ),
        DataCheck(
            sql: """
                SELECT count(*) FROM tours AS a JOIN tours AS b
                ON b.property_manager_id = a.property_manager_id AND b.id > a.id
                    AND b.status = 'scheduled'
                    AND b.tour_datetime
                        < a.tour_datetime + make_interval(mins => coalesce(a.duration_minutes, 60))
                    AND a.tour_datetime
                        < b.tour_datetime + make_interval(mins => coalesce(b.duration_minutes, 60))
                WHERE a.status = 'scheduled' AND a.tour_datetime > now()
                """,
            words: "pairs of coming tours overlap for one manager",
            remedy: "the desk marks them; move one of each"
        ),
        DataCheck(
            sql: """
                SELECT count(*) FROM (
                    SELECT url FROM url_property_mapping WHERE is_active
                    GROUP BY url HAVING count(DISTINCT property_id) > 1) AS shared
                """,
            words: "addresses lead to more than one property",
            remedy: "keep one of each active"
        ),
        DataCheck(
            sql: """
                SELECT count(*) FROM (
                    SELECT conversation_id FROM amplitude_analytics
                    WHERE conversation_id IS NOT NULL
                    GROUP BY conversation_id HAVING count(*) > 1) AS several
                """,
            words: "conversations have more than one row of metrics",
            remedy: "the desk shows the newest"
        ),
        DataCheck(
            sql: """
                SELECT count(*) FROM property AS p WHERE NOT EXISTS (
                    SELECT 1 FROM property_manager_assignment AS a WHERE a.property_id = p.id
                        AND a.start_date <= current_date
                        AND coalesce(a.end_date, current_date) >= current_date)
                """,
            words: "properties have no manager today",
            remedy: "nobody sees them; add an assignment"
        ),
    ]
}
