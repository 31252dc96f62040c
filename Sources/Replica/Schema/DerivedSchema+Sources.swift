import Model

// What the derived tables hold, as views of the replicated ones.
extension DerivedSchema {
    /// A task that waits for its answer.
    static let questionOfTask = """
        CREATE VIEW question_of_task AS
        SELECT t.id, 0 AS origin, t.property_id, t.conversation_id,
            coalesce(t.question, '') AS text, normal_question(t.question) AS normal,
            micros(t.created_at) AS asked_at, t.assigned_to
        FROM tasks t
        WHERE t.property_id IS NOT NULL AND task_state(t.status, t.answer) = 'pending'
        """

    /// A question that the bot passed on, unless a task of the same conversation carries it.
    static let questionOfMessage = """
        CREATE VIEW question_of_message AS
        SELECT m.id, 1 AS origin, b.property_id, m.conversation_id,
            coalesce(m.message_text, '') AS text,
            normal_question(m.message_text) AS normal,
            micros(coalesce(m."timestamp", m.created_at)) AS asked_at, NULL AS assigned_to
        FROM message m
        JOIN conversation c ON c.id = m.conversation_id
        JOIN chatbot b ON b.id = c.chatbot_id
        WHERE m.message_type = 'unanswered_question' AND b.property_id IS NOT NULL
            AND NOT EXISTS (
                SELECT 1 FROM tasks t WHERE t.conversation_id = m.conversation_id
                AND normal_question(t.question) = normal_question(m.message_text))
        """

    /// Knowledge of the property that lacks an answer or is in doubt; an empty answer is pending
    /// whatever the status says.
    static let questionOfKnowledge = """
        CREATE VIEW question_of_knowledge AS
        SELECT f.id,
            CASE WHEN f.status = 'needs_review' AND trim(coalesce(f.answer, '')) <> ''
                THEN 3 ELSE 2 END AS origin,
            f.property_id, NULL AS conversation_id, coalesce(f.question, '') AS text,
            normal_question(f.question) AS normal, micros(f.created_at) AS asked_at, f.assigned_to
        FROM faq f
        WHERE f.property_id IS NOT NULL AND coalesce(f.category, '') <> '\(ReviseKnowledge.retired)'
            AND (trim(coalesce(f.answer, '')) = '' OR f.status IN ('pending', 'needs_review'))
        """

    /// Most conversations have neither tour nor task: one look tells, and spares seven others.
    static let leadSource = """
        CREATE VIEW lead_source AS
        SELECT c.seq, c.id, b.property_id,
            nullif(concat_words(u.first_name, u.last_name), '') AS name,
            c.status, c.end_time IS NOT NULL AS has_ended,
            session_word(c.status, c.end_time IS NOT NULL) AS session,
            stage_word(c.status, trim(coalesce(u.email, '') || coalesce(u.phone, '')) <> '',
                \(tourExists("scheduled")), \(tourExists("completed"))) AS stage,
            is_handed_off(c.status) AS is_handed_off,
            trim(coalesce(u.email, '') || coalesce(u.phone, '')) <> '' AS has_contact,
            nullif(max(0, c.lead_score), 0) AS score,
            c.apartment_size_preference AS size, bedrooms(c.apartment_size_preference) AS bedrooms,
            c.move_in_date AS move_in, c.price_range_min AS price_from,
            c.price_range_max AS price_to, c.has_pets AS pets,
            substr(coalesce(visitor.message_text, latest.message_text), 1, 200) AS last_line,
            CASE WHEN visitor.message_text IS NULL THEN latest.sender_type ELSE 'user' END
                AS last_sender,
            micros(coalesce(latest."timestamp", latest.created_at, c.start_time, c.created_at))
                AS last_activity,
            CASE WHEN tour.seq IS NOT NULL THEN (SELECT group_concat(tour_datetime, ' ') FROM (
                SELECT tour_datetime FROM tours t WHERE t.conversation_id = c.id
                AND tour_status(t.status) = 'scheduled' ORDER BY tour_datetime)) END
                AS scheduled_tours,
            CASE WHEN tour.seq IS NOT NULL THEN (SELECT max(tour_datetime) FROM tours t
                WHERE t.conversation_id = c.id
                AND tour_status(t.status) = 'completed') END AS completed_tour,
            coalesce(c.is_book_tour, 0) AND tour.seq IS NULL AS wants_tour,
            (SELECT count(*) FROM question q WHERE q.conversation_id = c.id) AS open_questions,
            \(tasks("pending")) AS pending_tasks, \(tasks("answered")) AS answered_tasks,
            EXISTS (SELECT 1 FROM amplitude_analytics a WHERE a.conversation_id = c.id AND a.hot)
                AS is_hot,
            micros(coalesce(visitor."timestamp", visitor.created_at)) AS visitor_at,
            micros(\(response)) AS responded_at
        FROM conversation c
        JOIN chatbot b ON b.id = c.chatbot_id
        LEFT JOIN "user" u ON u.id = c.user_id
        LEFT JOIN tours tour ON tour.seq = (
            SELECT t.seq FROM tours t WHERE t.conversation_id = c.id LIMIT 1)
        LEFT JOIN tasks task ON task.seq = (
            SELECT t.seq FROM tasks t WHERE t.conversation_id = c.id LIMIT 1)
        LEFT JOIN message latest ON latest.seq = (
            SELECT m.seq FROM message m WHERE m.conversation_id = c.id ORDER BY \(newestFirst))
        LEFT JOIN message visitor ON visitor.seq = (
            SELECT m.seq FROM message m WHERE m.conversation_id = c.id AND m.sender_type = 'user'
            ORDER BY \(newestFirst))
        WHERE b.property_id IS NOT NULL
        """

    private static let newestFirst = """
        coalesce(m."timestamp", '~') DESC, coalesce(m.created_at, '~') DESC, m.id DESC LIMIT 1
        """

    private static func tourExists(_ status: String) -> String {
        """
        CASE WHEN tour.seq IS NULL THEN 0 ELSE EXISTS (SELECT 1 FROM tours t
            WHERE t.conversation_id = c.id AND tour_status(t.status) = '\(status)') END
        """
    }

    private static func tasks(_ state: String) -> String {
        """
        CASE WHEN task.seq IS NULL THEN 0 ELSE (SELECT count(*) FROM tasks t
            WHERE t.conversation_id = c.id AND task_state(t.status, t.answer) = '\(state)') END
        """
    }

    /// The last time a person responded; texts of fixed width compare as times.
    private static let response = """
        nullif(max(
            coalesce((SELECT max(d.sent_at) FROM email_drafts d
                WHERE d.conversation_id = c.id), ''),
            coalesce((SELECT max(n.response_at) FROM lead_notification n
                WHERE n.conversation_id = c.id), ''),
            coalesce((SELECT max(a.created_at) FROM lead_activity a
                WHERE a.conversation_id = c.id AND a.retracted_at IS NULL
                AND a.kind NOT IN ('note', 'follow_up')), ''),
            CASE WHEN tour.seq IS NULL THEN '' ELSE coalesce((
                SELECT max(coalesce(t.created_at, t.tour_datetime)) FROM tours t
                WHERE t.conversation_id = c.id AND NOT EXISTS (
                    SELECT 1 FROM tour_event e WHERE e.tour_id = t.id
                    AND e.reason = '\(BookTour.takenBack)')), '') END), '')
        """
}
