extension Phrasebook {
    static let vietnamese = Phrasebook(
        """
        == welcome
        Xin chào! Chào mừng đến {property}. [Tôi có thể giúp gì?|Bạn cứ viết tiếng Việt nhé.]
        == hello
        [Xin chào|Chào bạn|Chào anh chị|hi, có nói tiếng Việt không?|cho em hỏi chút ạ]
        == hello back
        Chào bạn! [Được chứ, tiếng Việt không sao.|Tôi là trợ lý của {property}.] Bạn cần tìm gì ạ?
        == here again
        [Chào lại ạ|em là người hỏi hôm trước|Chào, tôi hỏi thêm chút], vẫn đang tìm {beds}
        == hello again
        Chào mừng bạn trở lại! Hiện vẫn còn từ {price}.
        == searches
        [Tôi tìm|em cần|Mình đang kiếm] {beds} [dọn vào {moveIn}|khoảng {budget}] => Bên tôi có từ \
        {price}. Căn {unit} trống vào dịp đó.
        [Còn|bên mình còn] {bedsShort} không ạ? => Dạ còn, từ {price} một tháng. Khi nào bạn dọn \
        vào?
        == wishes
        Khi nào bạn muốn dọn vào? => [{moveIn}|khoảng {moveIn}|càng sớm càng tốt]
        Ngân sách khoảng bao nhiêu ạ? => [{budget}|dưới {budget}|tầm {budget} thôi]
        Bạn có nuôi thú cưng không? => [có một con chó nhỏ|không ạ|hai con mèo]
        == contact ask
        Bạn cho xin tên và email hoặc số điện thoại để văn phòng liên lạc nhé?
        == contact give email
        [{full}, {email}|email của em là {email}|{first} ạ, {email}|{email}]
        == contact give phone
        [{full} {tel}|số em là {tel}|{tel}, gặp {first}]
        == contact give both
        [{full}, {email}, {tel}|{tel} hoặc {email}, tên {first}]
        == contact thanks
        Cảm ơn {first}. Văn phòng sẽ liên lạc [trong ngày|sớm].
        == contact decline
        Bạn có muốn để lại email không? => [thôi ạ|để em hỏi chồng em đã|chưa, em xem thôi]
        == tour ask
        [Cho em đi xem được không?|khi nào xem nhà được ạ?|Tôi muốn đặt lịch xem nhà|cuối tuần có \
        xem được không]
        == tour offer
        Dạ được, có {tourSlots}. Bạn chọn lúc nào?
        == tour pick
        [{tourWhen}|{tourWhen} được ạ|cho em {tourWhen}]
        == tour booked
        Đã hẹn {first}: {tourWhen}, tại {address}. Nhớ mang giấy tờ có ảnh nhé.
        == passed on
        Cái này tôi không chắc, đã chuyển cho văn phòng. Họ sẽ trả lời sớm.
        == person ask
        [cho em nói chuyện với người thật|có ai gọi lại cho em được không?|Tôi muốn gặp nhân viên]
        == person comes
        Vâng, tôi đã báo văn phòng. Số điện thoại là {phone}.
        == chat
        [đây là máy hả?|có phải người thật không] => Tôi là trợ lý tự động; văn phòng có thể trả \
        lời bất cứ lúc nào.
        [xin lỗi, điện thoại em chậm|chờ chút ạ] => Không sao, bạn cứ từ từ.
        == thanks
        [cảm ơn|cảm ơn nhiều|dạ cảm ơn|ok cảm ơn ạ|cám ơn bạn] => [Không có gì ạ.|Chúc bạn một \
        ngày vui.]
        [để em suy nghĩ|mai em ghé|em gọi lại sau] => [Dạ vâng.|Khi nào cần cứ nhắn nhé.]
        """,
        topics: Topic.vietnamese,
        links: ["À, ", "với lại ", "Cho hỏi thêm, ", "ok, ", "còn "],
        beds: ["căn studio", "căn 1 phòng ngủ", "căn 2 phòng ngủ", "căn 3 phòng ngủ"],
        bedsShort: ["studio", "1 phòng", "2 phòng", "3 phòng"]
    )
}

extension Topic {
    /// What renters ask about in Vietnamese.
    static let vietnamese: [Topic] = [
        Topic(
            "pets",
            weight: 4,
            """
            ? có cho nuôi [chó|mèo|thú cưng] không?
            ? tôi có [hai con mèo|một con chó 10 kg], được không ạ?
            = Được ạ, {petRent} một tháng mỗi con và đặt cọc {petDeposit}.
            > cọc có trả lại không? => Có, trừ hư hại nếu có.
            ! Nuôi chim cảnh trong nhà có được không? => Được, chim trong lồng không tính phí.
            """
        ),
        Topic(
            "parking",
            weight: 4,
            """
            ? có chỗ đậu xe không?
            ? đậu xe [bao nhiêu tiền|hai xe thì sao]?
            = Ngoài trời {parkFee}, trong hầm {garageFee} một tháng.
            > khách đậu ở đâu? => Có {guestSpots} chỗ cho khách.
            ! Xe máy có phải trả tiền chỗ đậu không? => Có, nửa giá một chỗ ngoài trời.
            """
        ),
        Topic(
            "utilities",
            weight: 4,
            """
            ? tiền nhà bao gồm những gì?
            ? điện nước [khoảng bao nhiêu|tính sao] ạ?
            = Ngoài tiền thuê, khoảng {utilCost} một tháng.
            > còn internet? => {provider}, khoảng {netFee}.
            ! Bếp có máy hút mùi ra ngoài không? => Có ở các căn đã sửa, tôi gửi danh sách cho bạn.
            """
        ),
        Topic(
            "deposit",
            weight: 3,
            """
            ? đặt cọc bao nhiêu?
            ? cần [giấy tờ gì|bao nhiêu] để vào ở?
            = Đặt cọc {deposit}, cộng tháng đầu và phí {adminFee}. Thu nhập khoảng {income} lần \
            tiền thuê.
            > phí nộp đơn? => {appFee} mỗi người lớn.
            ! Bố mẹ em đứng tên cùng được không? => Được, mỗi người lớn nộp một đơn.
            """
        ),
    ]
}
