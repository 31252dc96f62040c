extension Phrasebook {
    static let portuguese = Phrasebook(
        """
        == welcome
        Olá! Bem-vindo ao {property}. [Como posso ajudar?|Pode escrever em português.]
        == hello
        [Oi|Olá|Bom dia|Boa tarde|oi, tudo bem?|Oi, vocês falam português?]
        == hello back
        Olá! [Claro, em português sem problema.|Sou o assistente do {property}.] O que você procura?
        == here again
        [Oi de novo|Oi, voltei|Olá, falei com vocês semana passada], ainda procuro {beds}
        == hello again
        Que bom ver você de novo! Ainda temos a partir de {price}.
        == searches
        [Procuro|Estou procurando|preciso de] {beds} [para {moveIn}|até {budget}] => Temos a \
        partir de {price}. O {unit} fica livre por essa data.
        [Tem|vocês têm] {bedsShort} disponível? => Sim, a partir de {price} por mês. Quando seria \
        a mudança?
        == wishes
        Para quando é a mudança? => [{moveIn}|por volta de {moveIn}|o quanto antes|depois do dia \
        {moveIn}]
        Qual é o orçamento? => [{budget}|até {budget}|uns {budget}]
        Tem animais? => [um cachorro pequeno|não|dois gatos]
        == contact ask
        Pode deixar nome e e-mail ou telefone para o escritório [entrar em contato|mandar os \
        preços]?
        == contact give email
        [{full}, {email}|meu e-mail é {email}|{first}, {email}|{email}]
        == contact give phone
        [{full} {tel}|meu celular é {tel}|{tel}, {first}]
        == contact give both
        [{full}, {email}, {tel}|{tel} ou {email}, é {first}]
        == contact thanks
        Obrigado, {first}. [O escritório escreve hoje ou amanhã.|A equipe já recebeu.]
        == contact decline
        Quer deixar um e-mail? => [não, obrigada|por enquanto não|só olhando mesmo]
        == tour ask
        [Posso visitar?|dá pra ver o apartamento?|queria marcar uma visita|Tem visita no sábado?]
        == tour offer
        Claro! Tenho {tourSlots}. Qual prefere?
        == tour pick
        [{tourWhen}|pode ser {tourWhen}|{tourWhen} está ótimo]
        == tour booked
        Marcado, {first}: {tourWhen}, em {address}. Traga um documento com foto.
        == passed on
        Isso eu não sei ao certo, já perguntei ao escritório. Respondem em breve.
        == person ask
        [posso falar com uma pessoa?|prefiro falar com alguém|alguém pode me ligar?]
        == person comes
        Claro, já avisei a equipe. O telefone é {phone}.
        == chat
        [você é um robô?|é uma pessoa aí?] => Sou o assistente automático; uma pessoa pode assumir \
        quando quiser.
        [desculpa, caiu a internet|peraí, o bebê acordou] => Sem pressa.
        == thanks
        [obrigada|obrigado|valeu|muito obrigado!|ok, obrigada] => [De nada!|Às ordens.|Por nada, \
        boa sorte na mudança!]
        [vou pensar|depois eu ligo|vou falar com meu marido|ok, passo aí amanhã] => \
        [Combinado.|Estamos aqui.]
        """,
        topics: Topic.portuguese,
        links: ["E ", "Ah, e ", "Outra coisa: ", "Ok, ", "também "],
        beds: ["um estúdio", "um quarto", "dois quartos", "três quartos"],
        bedsShort: ["estúdio", "1 quarto", "2 quartos", "3 quartos"]
    )
}

extension Topic {
    /// What renters ask about in Portuguese.
    static let portuguese: [Topic] = [
        Topic(
            "pets",
            weight: 5,
            """
            ? [Aceitam|vocês aceitam] [cachorro|gato|animais]?
            ? tenho [um cachorro grande|dois gatos], tem problema?
            = Sim. São {petRent} por mês por animal e {petDeposit} de depósito.
            > o depósito volta? => Volta, menos algum dano.
            ! Posso ter um aquário de 200 litros? => Pode, no térreo ou com uma base adequada.
            """
        ),
        Topic(
            "utilities",
            weight: 4,
            """
            ? o que está incluso no aluguel?
            ? quanto fica luz e água por mês?
            = Conte uns {utilCost} por mês além do aluguel.
            > e internet? => É {provider}, uns {netFee}.
            ! Dá para pôr a conta de luz no nome da empresa? => Dá, basta mandar os dados antes da \
            mudança.
            """
        ),
        Topic(
            "parking",
            weight: 3,
            """
            ? tem garagem?
            ? [quanto é|tem] vaga para dois carros?
            = Vaga aberta {parkFee}, coberta {garageFee} por mês.
            > e visitas? => Há {guestSpots} vagas para visitas.
            ! Posso lavar o carro na garagem? => Não, mas há um ponto de lavagem atrás do prédio.
            """
        ),
        Topic(
            "income",
            weight: 3,
            """
            ? que documentos precisa?
            ? cheguei há pouco, não tenho crédito ainda, dá?
            = Documento com foto e renda de {income} vezes o aluguel. Sem crédito, vemos caso a \
            caso.
            > quanto custa a inscrição? => {appFee} por adulto.
            ! Aceitam contrato de trabalho do Brasil? => Com tradução, sim, junto com três extratos.
            """
        ),
    ]
}
