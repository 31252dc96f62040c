/// The tables that panes are read from, so that a pane reads only what it shows, however many rows
/// lie below.
///
/// They hold nothing of their own: each is a view of the replicated tables, written down. A load
/// writes all of it; a delta writes the rows of the conversations and questions it touched, from
/// the same views, in the same transaction.
///
/// Measured with a million messages in 100,000 conversations: a window of leads, wherever it lies,
/// 0.6 to 1.4 ms; a transcript or a card 0.1 ms; a difference of one message 4 ms; writing all of
/// it after a load 2.5 s, and the full text 2.8 s.
enum DerivedSchema {
    /// Tables and views, in an order in which they can be made.
    static let tables = [
        lead, question, questionEntry, counter, leadRank, leadDocument, leadText,
        questionOfTask, questionOfMessage, questionOfKnowledge, leadSource,
    ]

    static let questionIndexes = [
        "CREATE INDEX IF NOT EXISTS question_conversation ON question (conversation_id)",
        "CREATE INDEX IF NOT EXISTS question_key ON question (property_id, normal)",
        "CREATE INDEX IF NOT EXISTS question_entry_asked ON question_entry (asked_order, id)",
    ]

    static let leadIndexes = [
        "CREATE UNIQUE INDEX IF NOT EXISTS lead_id ON lead (id)",
        "CREATE INDEX IF NOT EXISTS lead_waiting ON lead (key_waiting, id)",
        "CREATE INDEX IF NOT EXISTS lead_score ON lead (key_score, id)",
        "CREATE INDEX IF NOT EXISTS lead_newest ON lead (key_newest, id)",
        "CREATE INDEX IF NOT EXISTS lead_move_in ON lead (key_move_in, id)",
        "CREATE INDEX IF NOT EXISTS lead_wants_tour ON lead (key_newest, id) WHERE wants_tour",
    ]

    /// The columns of `lead` that `lead_source` gives, in its order; the others follow from them.
    static let leadColumns = """
        seq, id, property_id, name, status, has_ended, session, stage, is_handed_off, has_contact,
        score, size, bedrooms, move_in, price_from, price_to, pets, last_line, last_sender,
        last_activity, scheduled_tours, completed_tour, wants_tour, open_questions, pending_tasks,
        answered_tasks, is_hot, visitor_at, responded_at
        """

    /// One row a conversation that belongs to a property.
    ///
    /// Instants are microseconds since 1970. `seq` is the conversation's.
    ///
    /// `waiting_since` is the rule of who waits: the visitor's last message counts, unless a person
    /// has responded since (an email sent, a response noted, a tour booked), or every question of
    /// the conversation is answered, or a tour is booked or took place; and unless nobody can be
    /// helped any more, because the visitor left without an email address or phone number. A
    /// conversation that the bot handed to the office waits for a response whatever became of the
    /// session.
    ///
    /// The four keys are the orders of the list: ascending, equal keys by id. Who waits stands
    /// before everybody else since -4e18 lies below any other key (an instant of the year 9999 is
    /// 2.5e17). Scores and days are followed by the last activity, newest first, to the second.
    private static let lead = """
        CREATE TABLE lead (
            seq INTEGER PRIMARY KEY,
            id BLOB NOT NULL,
            property_id BLOB NOT NULL,
            name TEXT,
            status TEXT,
            has_ended INTEGER NOT NULL,
            session TEXT NOT NULL,
            stage TEXT NOT NULL,
            is_handed_off INTEGER NOT NULL,
            has_contact INTEGER NOT NULL,
            score INTEGER,
            size TEXT,
            bedrooms INTEGER,
            move_in TEXT,
            price_from TEXT,
            price_to TEXT,
            pets INTEGER,
            last_line TEXT,
            last_sender TEXT,
            last_activity INTEGER,
            scheduled_tours TEXT,
            completed_tour TEXT,
            wants_tour INTEGER NOT NULL,
            open_questions INTEGER NOT NULL,
            pending_tasks INTEGER NOT NULL,
            answered_tasks INTEGER NOT NULL,
            is_hot INTEGER NOT NULL,
            visitor_at INTEGER,
            responded_at INTEGER,
            waiting_since INTEGER GENERATED ALWAYS AS (
                CASE
                WHEN responded_at >= visitor_at THEN NULL
                WHEN pending_tasks = 0 AND (answered_tasks > 0
                    OR scheduled_tours IS NOT NULL OR completed_tour IS NOT NULL) THEN NULL
                WHEN session = 'live' OR has_contact OR is_handed_off THEN visitor_at
                END) STORED,
            key_waiting INTEGER GENERATED ALWAYS AS (
                coalesce(waiting_since - 4000000000000000000, -last_activity, 4000000000000000000)
                ) STORED,
            key_score INTEGER GENERATED ALWAYS AS (
                CASE WHEN score > 0 THEN 101 - min(score, 100) ELSE 101 END * 1000000000000
                + 999999999999 - max(0, coalesce(last_activity, 0)) / 1000000) STORED,
            key_newest INTEGER GENERATED ALWAYS AS (
                coalesce(-last_activity, 4000000000000000000)) STORED,
            key_move_in INTEGER GENERATED ALWAYS AS (
                CASE WHEN move_in GLOB '????-??-??'
                    THEN coalesce(CAST(julianday(move_in) - 2440587.5 AS INTEGER), 4000000)
                    ELSE 4000000 END * 1000000000000
                + 999999999999 - max(0, coalesce(last_activity, 0)) / 1000000) STORED
        )
        """

    private static let question = """
        CREATE TABLE question (
            id BLOB NOT NULL,
            origin INTEGER NOT NULL,
            property_id BLOB NOT NULL,
            conversation_id BLOB,
            text TEXT NOT NULL,
            normal TEXT NOT NULL,
            asked_at INTEGER,
            assigned_to BLOB,
            PRIMARY KEY (id, origin)
        )
        """

    /// The same question of one property, once.
    private static let questionEntry = """
        CREATE TABLE question_entry (
            property_id BLOB NOT NULL,
            normal TEXT NOT NULL,
            id BLOB NOT NULL,
            origin INTEGER NOT NULL,
            text TEXT NOT NULL,
            asked_at INTEGER,
            asked_order INTEGER NOT NULL
                GENERATED ALWAYS AS (coalesce(asked_at, 4000000000000000000)) STORED,
            askers INTEGER NOT NULL,
            conversation_id BLOB,
            assigned_to BLOB,
            PRIMARY KEY (property_id, normal)
        )
        """

    /// What the header counts, so that it never counts rows.
    private static let counter = """
        CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID
        """

    /// How many leads lie in each stretch of each order's keys, so that a lead's place in a list of
    /// 100,000 is a sum over some hundred rows.
    private static let leadRank = """
        CREATE TABLE lead_rank (
            list INTEGER NOT NULL,
            bucket INTEGER NOT NULL,
            leads INTEGER NOT NULL,
            PRIMARY KEY (list, bucket)
        ) WITHOUT ROWID
        """

    /// What full text finds a conversation by.
    private static let leadDocument = """
        CREATE VIEW lead_document AS
        SELECT c.seq, c.id,
            spaced(concat_words(u.first_name, u.last_name, u.email, u.phone)) AS contact,
            spaced((SELECT group_concat(message_text, char(10)) FROM (
                SELECT message_text FROM message m WHERE m.conversation_id = c.id
                ORDER BY coalesce(m."timestamp", '~'), coalesce(m.created_at, '~'), m.id
            ))) AS talk
        FROM conversation c LEFT JOIN "user" u ON u.id = c.user_id
        """

    /// A document a conversation rather than a message: a word of a filter is one look-up, and
    /// several words may stand in several messages.
    ///
    /// The text is not kept twice: FTS5 reads it through the view.
    static let leadText = """
        CREATE VIRTUAL TABLE lead_text USING fts5(
            contact, talk, content='lead_document', content_rowid='seq',
            tokenize='unicode61 remove_diacritics 2')
        """
}
