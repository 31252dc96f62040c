import GRDB

/// Writes down what panes are read from: all of it after a load, the touched part after a delta,
/// from the same views.
enum Derivation {
    /// Writes everything anew.
    static func writeAll(_ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM question;
                INSERT INTO question \(columns) SELECT * FROM question_of_task;
                INSERT INTO question \(columns) SELECT * FROM question_of_message;
                INSERT INTO question \(columns) SELECT * FROM question_of_knowledge;
                """
        )
        for index in DerivedSchema.questionIndexes { try db.execute(sql: index) }
        try db.execute(
            sql: """
                DELETE FROM question_entry;
                \(writeEntries(of: "(SELECT DISTINCT property_id, normal FROM question)"));
                DELETE FROM lead;
                INSERT INTO lead (\(DerivedSchema.leadColumns)) SELECT * FROM lead_source;
                DELETE FROM lead_rank;
                DELETE FROM counter;
                INSERT INTO counter (name, value) VALUES
                    ('leads', (SELECT count(*) FROM lead)),
                    ('waiting', (SELECT count(*) FROM lead WHERE waiting_since IS NOT NULL)),
                    ('messages', (SELECT count(*) FROM message)),
                    ('questions', (SELECT count(*) FROM question_entry)),
                    ('answered', (SELECT count(*) FROM tasks
                        WHERE task_state(status, answer) = 'answered'));
                """
        )
        for index in DerivedSchema.leadIndexes { try db.execute(sql: index) }
        try rank("TRUE", 1, db)
    }

    /// Writes what was touched anew.
    static func writeTouched(_ db: Database) throws {
        for statement in writeTouchedQuestions + writeTouchedEntries { try db.run(statement) }
        try count(-1, db)
        try db.run("DELETE FROM lead WHERE id IN (SELECT id FROM temp.touched)")
        try db.run(
            """
            INSERT INTO lead (\(DerivedSchema.leadColumns))
                SELECT * FROM lead_source WHERE id IN (SELECT id FROM temp.touched)
            """
        )
        try count(1, db)
        try db.run(
            """
            INSERT INTO lead_text (rowid, contact, talk)
                SELECT seq, contact, talk FROM lead_document
                WHERE id IN (SELECT id FROM temp.touched_text)
            """
        )
    }

    private static let columns = """
        (id, origin, property_id, conversation_id, text, normal, asked_at, assigned_to)
        """

    /// The groups are noted twice: those that lose a question and those that gain one.
    private static let writeTouchedQuestions =
        noteGroups + [
            """
            DELETE FROM question WHERE origin <> 1
                AND id IN (SELECT id FROM temp.touched_question)
            """,
            """
            DELETE FROM question WHERE origin = 1
                AND conversation_id IN (SELECT id FROM temp.touched)
            """,
            """
            INSERT INTO question \(columns) SELECT * FROM question_of_task
                WHERE id IN (SELECT id FROM temp.touched_question)
            """,
            """
            INSERT INTO question \(columns) SELECT * FROM question_of_message
                WHERE conversation_id IN (SELECT id FROM temp.touched)
            """,
            """
            INSERT INTO question \(columns) SELECT * FROM question_of_knowledge
                WHERE id IN (SELECT id FROM temp.touched_question)
            """,
        ] + noteGroups + [
            """
            UPDATE counter SET value = value + (SELECT count(*) FROM tasks
                    WHERE id IN (SELECT id FROM temp.touched_question)
                    AND task_state(status, answer) = 'answered')
                WHERE name = 'answered'
            """
        ]

    private static let noteGroups = [
        """
        INSERT OR IGNORE INTO temp.touched_group (property_id, normal)
            SELECT property_id, normal FROM question
            WHERE id IN (SELECT id FROM temp.touched_question)
        """,
        """
        INSERT OR IGNORE INTO temp.touched_group (property_id, normal)
            SELECT property_id, normal FROM question
            WHERE origin = 1 AND conversation_id IN (SELECT id FROM temp.touched)
        """,
    ]

    private static let writeTouchedEntries = [
        """
        UPDATE counter SET value = value - (SELECT count(*) FROM temp.touched_group
                JOIN question_entry USING (property_id, normal))
            WHERE name = 'questions'
        """,
        """
        DELETE FROM question_entry
            WHERE (property_id, normal) IN (SELECT property_id, normal FROM temp.touched_group)
        """,
        writeEntries(of: "temp.touched_group"),
        """
        UPDATE counter SET value = value + (SELECT count(*) FROM temp.touched_group
                JOIN question_entry USING (property_id, normal))
            WHERE name = 'questions'
        """,
    ]

    /// Writes the entries of the groups that a table names: the oldest of those that ask stands for
    /// all of them.
    private static func writeEntries(of groups: String) -> String {
        """
        INSERT INTO question_entry (property_id, normal, id, origin, text, asked_at, askers,
                conversation_id, assigned_to)
            SELECT g.property_id, g.normal, f.id,
                (SELECT min(origin) FROM question q WHERE q.property_id = g.property_id
                    AND q.normal = g.normal),
                f.text, f.asked_at,
                (SELECT max(1, count(DISTINCT q.conversation_id)) FROM question q
                    WHERE q.property_id = g.property_id AND q.normal = g.normal),
                (SELECT q.conversation_id FROM question q
                    WHERE q.property_id = g.property_id AND q.normal = g.normal
                    AND q.conversation_id IS NOT NULL
                    ORDER BY q.asked_at DESC, q.id DESC LIMIT 1),
                (SELECT q.assigned_to FROM question q
                    WHERE q.property_id = g.property_id AND q.normal = g.normal
                    AND q.assigned_to IS NOT NULL ORDER BY q.asked_at, q.id LIMIT 1)
            FROM \(groups) g
            JOIN question f ON f.rowid = (SELECT q.rowid FROM question q
                WHERE q.property_id = g.property_id AND q.normal = g.normal
                ORDER BY q.asked_at NULLS LAST, q.id LIMIT 1)
        """
    }

    /// Counts the touched leads in or out.
    private static func count(_ sign: Int, _ db: Database) throws {
        try rank("id IN (SELECT id FROM temp.touched)", sign, db)
        try db.run(
            """
            UPDATE counter SET value = value + ? * (SELECT count(*) FROM lead
                    WHERE id IN (SELECT id FROM temp.touched))
                WHERE name = 'leads'
            """,
            [sign]
        )
        try db.run(
            """
            UPDATE counter SET value = value + ? * (SELECT count(*) FROM lead
                    WHERE id IN (SELECT id FROM temp.touched) AND waiting_since IS NOT NULL)
                WHERE name = 'waiting'
            """,
            [sign]
        )
    }

    /// Counts leads in or out of the stretches of each order's keys.
    private static func rank(_ condition: String, _ sign: Int, _ db: Database) throws {
        for list in LeadList.all {
            try db.run(
                """
                INSERT INTO lead_rank (list, bucket, leads)
                    SELECT ?, \(list.key) / ? AS place, ? * count(*) FROM lead
                    WHERE \(condition) GROUP BY place
                    ON CONFLICT (list, bucket) DO UPDATE SET leads = leads + excluded.leads
                """,
                [list.number, list.bucket, sign]
            )
        }
    }
}
