extension Culture {
    /// Many scripts, weighted as a city's renters might be.
    static let all: [Culture] = [
        Culture(
            34,
            given: """
                Avery Jordan Maya Ethan Nora Caleb Tessa Marcus Delia Owen Hazel Darnell Brooke \
                Quinn Simone Wyatt Keisha Felix Ruth Isaac Paige Trevor Imani Graham Skye Malik \
                Audrey Beckett Corinne Dexter Elise Gideon Harper Jonah Leona Miles
                """,
            family: """
                Ellison Hargrove Whitlock Pruitt Okafor Larkin Bannister Cobb Delaney Ferris \
                Goodwin Holloway Ingram Jessup Kendrick Lockhart Merritt Nash Oakley Pemberton \
                Radcliffe Stokes Thackeray Underhill Vance Weatherby O’Rourke:orourke Yates \
                Abernathy Booker Castellan Dunmore
                """
        ),
        Culture(
            15,
            given: """
                Lucía:lucia Mateo Ximena Andrés:andres Valentina Tomás:tomas Renata \
                Joaquín:joaquin \
                Paloma Emiliano Noemí:noemi Iván:ivan Marisol Rodrigo Inés:ines Fabián:fabian
                """,
            family: """
                Quiñones:quinones Ibarra Villaseñor:villasenor Montoya Echeverría:echeverria \
                Salcedo Arriaga Zúñiga:zuniga Bermúdez:bermudez Cárdenas:cardenas Olmedo Peralta \
                Rentería:renteria Sepúlveda:sepulveda
                """
        ),
        Culture(
            5,
            given: "Zoë:zoe Jürgen:jurgen Søren:soren Anaïs:anais Łukasz:lukasz Agnieszka "
                + "Françoise:francoise Björn:bjorn Ágnes:agnes Þóra:thora Dražen:drazen Ilse",
            family: "Müller-Voß:mullervoss Ørsted:orsted Lefèvre:lefevre Wójcik:wojcik "
                + "Šimić:simic Szőke:szoke Håkansson:hakansson Bäcker:backer Čapek:capek "
                + "Guðmundsson:gudmundsson D’Aubigné:daubigne"
        ),
        Culture(
            8,
            given: "Minh Linh:linh Tuấn:tuan Hương:huong Ngọc:ngoc Đức:duc Thảo:thao Phượng:phuong "
                + "Khánh:khanh Yến:yen",
            family: "Nguyễn:nguyen Trần:tran Phạm:pham Huỳnh:huynh Đặng:dang Võ:vo Bùi:bui "
                + "Lương:luong Đỗ:do"
        ),
        Culture(
            7,
            given: "雨晴:yuqing 子轩:zixuan 思涵:sihan 浩然:haoran 欣怡:xinyi 俊杰:junjie 若溪:ruoxi "
                + "Wei Mei-Ling:meiling 嘉豪:jiahao",
            family: """
                欧阳:ouyang 林:lin 赵:zhao 黄:huang 郑:zheng 司徒:situ 沈:shen Chen 魏:wei 龚:gong
                """
        ),
        Culture(
            3,
            given: "さくら:sakura 健太:kenta 美咲:misaki 蓮:ren ひなた:hinata 悠斗:yuto 千尋:chihiro",
            family: "小鳥遊:takanashi 渡辺:watanabe 長谷川:hasegawa 西園寺:saionji 藤原:fujiwara 森:mori"
        ),
        Culture(
            4,
            given: "서연:seoyeon 민준:minjun 하은:haeun 지호:jiho 수빈:subin 예준:yejun Ji-woo:jiwoo",
            family: "남궁:namgung 한:han 조:jo 강:kang 윤:yoon 오:oh Hwang"
        ),
        Culture(
            5,
            given: "ياسمين:yasmin كريم:karim ليلى:layla عمر:omar نور:nour Rania Tariq سلمى:salma",
            family: """
                الخطيب:alkhatib حدّاد:haddad منصور:mansour الزهراني:zahrani شاهين:shahin Nasser
                """
        ),
        Culture(
            2,
            given: "נועם:noam תמר:tamar איתן:eitan שירה:shira Yael",
            family: "בן־דוד:bendavid אלמוג:almog שפירא:shapira ברק:barak"
        ),
        Culture(
            6,
            given: """
                अनन्या:ananya रोहन:rohan काव्या:kavya अर्जुन:arjun ईशा:isha Deepa Vikram मीरा:meera
                """,
            family: """
                शर्मा:sharma कुलकर्णी:kulkarni त्रिपाठी:tripathi Iyer बनर्जी:banerjee \
                देशपांडे:deshpande
                """
        ),
        Culture(
            4,
            given: "Дарья:darya Тимур:timur Олександра:oleksandra Богдан:bohdan Ксения:ksenia "
                + "Арсений:arseny Anya",
            family: "Ковальчук:kovalchuk Щербакова:shcherbakova Левченко:levchenko Орлов:orlov "
                + "Мельник:melnyk Жукова:zhukova"
        ),
        Culture(
            2,
            given: "Ελένη:eleni Νίκος:nikos Δήμητρα:dimitra Στέλιος:stelios",
            family: "Παπαδάκης:papadakis Οικονόμου:oikonomou Γεωργίου:georgiou Βλάχου:vlachou"
        ),
        Culture(
            5,
            given: "Adaeze Kwame Folasade Thandiwe Oluwaseun Amara Sipho Zainab Chukwuemeka Mwende",
            family: "Adeyemi-Okonkwo:adeyemiokonkwo Mensah Ndlovu Achebe Wanjiru Diallo Boateng "
                + "Abiodun"
        ),
    ]
}
