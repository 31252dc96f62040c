extension Phrasebook {
    static let chinese = Phrasebook(
        """
        == welcome
        您好!欢迎来到{property}。[有什么可以帮您?|可以用中文提问。]
        == hello
        [你好|您好|在吗|你好,可以说中文吗?|请问有人吗|hi 你好]
        == hello back
        您好![可以的,中文没问题。|我是{property}的自动助手。]您想找什么户型?
        == here again
        [又是我|你好,上周问过|我再问一下],还在找{beds}
        == hello again
        欢迎回来!目前{price}起,还有房。
        == searches
        [想租|在找|需要]{beds},[{moveIn}入住|预算{budget}左右] => 目前{price}起,{unit}那时候空出来。
        [还有|请问有]{bedsShort}吗? => 有的,{price}起。您什么时候搬?
        == wishes
        您打算什么时候入住? => [{moveIn}|{moveIn}左右|越快越好]
        预算大概多少? => [{budget}|不超过{budget}|{budget}左右吧]
        有宠物吗? => [有一只猫|没有|一只小狗]
        == contact ask
        方便留一下姓名和邮箱或电话吗?办公室会联系您。
        == contact give email
        [{full},{email}|我的邮箱 {email}|{email},{first}|{email}]
        == contact give phone
        [{full} {tel}|电话 {tel}|{tel},找{first}]
        == contact give both
        [{full},{email},{tel}|{tel} 或 {email},我叫{first}]
        == contact thanks
        谢谢{first},[同事会尽快联系您。|已经转给办公室了。]
        == contact decline
        要留个邮箱吗? => [先不用|我先看看|不用了谢谢]
        == tour ask
        [可以看房吗?|什么时候能看房|想预约看房|周末可以看房吗]
        == tour offer
        可以的,{tourSlots}都有空,您哪个方便?
        == tour pick
        [{tourWhen}|{tourWhen}可以|就{tourWhen}吧]
        == tour booked
        约好了,{first}:{tourWhen},地址 {address}。请带上有照片的证件。
        == passed on
        这个我不太确定,已经转给办公室,他们会尽快答复。
        == person ask
        [可以找真人吗|请让人给我打电话|想跟办公室的人说]
        == person comes
        好的,已经通知办公室。电话是 {phone}。
        == chat
        [你是机器人吗|是真人吗] => 我是自动助手,需要的话可以转人工。
        [等一下,孩子在闹|不好意思发错了] => 没关系,慢慢来。
        == thanks
        [谢谢|好的谢谢|多谢|谢谢啦|明白了,谢谢] => [不客气!|祝您找房顺利。]
        [我考虑一下|跟家人商量一下|明天过去看看] => [好的,随时联系。|好的,等您。]
        """,
        topics: Topic.chinese,
        links: ["还有,", "另外,", "那", "对了,", "好的,"],
        beds: ["单间", "一室一厅", "两室一厅", "三室"],
        bedsShort: ["studio", "1室", "2室", "3室"]
    )
}

extension Topic {
    /// What renters ask about in Chinese.
    static let chinese: [Topic] = [
        Topic(
            "pets",
            weight: 4,
            """
            ? 可以养[猫|狗|宠物]吗?
            ? 我有[两只猫|一只金毛],可以吗
            = 可以,每只每月{petRent},押金{petDeposit}。
            > 押金退吗? => 退的,有损坏会扣。
            ! 可以养大型鱼缸吗? => 一百升以内可以,请放在承重墙边。
            """
        ),
        Topic(
            "parking",
            weight: 4,
            """
            ? 有停车位吗?
            ? 停车[多少钱|怎么收费]?我有两辆车
            = 露天{parkFee},车库{garageFee}一个月。
            > 访客停哪? => 有{guestSpots}个访客车位,24小时免费。
            ! 车库可以装充电桩吗? => 需要电工报价,我们可以帮您申请。
            """
        ),
        Topic(
            "utilities",
            weight: 4,
            """
            ? 房租包水电吗?
            ? 水电网一个月[大概多少|要多少钱]?
            = 除房租外大约{utilCost}一个月。
            > 网络呢? => {provider},大约{netFee}。
            ! 厨房是明火灶吗? => 大部分是电灶,顶楼两户是燃气。
            """
        ),
        Topic(
            "income",
            weight: 3,
            """
            ? 没有信用记录可以申请吗?刚来美国
            ? 留学生[需要什么材料|能租吗]?
            = 可以,需要证件和资金证明,收入一般要房租的{income}倍。
            > 申请费多少? => 每人{appFee}。
            ! 可以用国内的存款证明吗? => 可以,请附英文翻译和近三个月流水。
            """
        ),
    ]
}
