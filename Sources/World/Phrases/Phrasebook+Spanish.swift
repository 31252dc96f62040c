extension Phrasebook {
    static let spanish = Phrasebook(
        """
        == welcome
        [¡Hola!|Hola,] [bienvenido a {property}.|gracias por visitar {property}.] [¿En qué puedo \
        ayudarle?|Puede escribirme en español o en inglés.]
        == hello
        [Hola|Buenas|Buenos días|Buenas tardes|hola buenas|Hola, una pregunta|hola, hablan \
        español?|Hola, ¿me pueden ayudar?]
        [buenas, vi su anuncio|Hola, me pasaron su página|hola, mi prima vive ahí]
        == hello back
        ¡Hola! [Con gusto le ayudo.|Soy el asistente de {property}.] [¿Qué tamaño busca?|¿Qué le \
        gustaría saber?]
        Hola, [claro que sí, en español sin problema|dígame]. [¿Busca apartamento?|¿Para cuándo \
        sería?]
        == here again
        [Hola otra vez|Buenas, soy yo de nuevo|hola, ya había escrito antes], [sigo \
        interesada|tengo otra pregunta|sigo buscando {bedsShort}]
        == hello again
        [¡Qué gusto verle de nuevo!|Bienvenido otra vez.] [¿Seguimos con {beds}?|Todavía hay desde \
        {price}.]
        == searches
        [Busco|Estoy buscando|Necesito|ando buscando] {beds} [para {moveIn}|para el {moveIn}|lo \
        antes posible] => Tenemos desde {price}. [El {unit} queda libre por esas fechas.|Hay dos \
        disponibles, {unit} y {unit2}.]
        [¿Tienen|tienen|Hay] {bedsShort} [disponible|libre|por menos de {budget}]? => Sí, desde \
        {price} al mes. [¿Cuándo se mudaría?|El {unit} acaba de quedar libre.]
        [somos tres|somos dos y un bebé|Soy yo sola|somos cuatro], buscamos {bedsShort}, hasta \
        {budget} => Les puede servir {beds}, desde {price}. [¿Quiere ver los planos?|El {unit} \
        está libre ahora.]
        == wishes
        ¿Para cuándo piensa mudarse? => [para el {moveIn}|{moveIn} más o menos|lo antes posible|en \
        cuanto venda la casa|cuando termine mi contrato, {moveIn}]
        ¿Cuál es su presupuesto? => [{budget}|como {budget}|no más de {budget}|hasta {budget} con \
        todo|{budget}, máximo]
        ¿Cuántas habitaciones necesita? => [{bedsShort}|{beds}|con {bedsShort} estoy \
        bien|{bedsShort} o más grande si no es mucha diferencia]
        ¿Tiene mascotas? => [un perrito|dos gatos|no|no, ninguna|sí, una perra grande pero muy \
        tranquila]
        == contact ask
        ¿Me deja su nombre y [un correo|un correo o teléfono] para que la oficina le \
        [escriba|mande los precios]?
        ¿A qué correo o número le podemos mandar la información?
        == contact give email
        [{full}, {email}|soy {first}, {email}|{email}|mi correo es {email}|claro, {email}, {first}]
        == contact give phone
        [{full} {tel}|{tel}, pregunte por {first}|mejor al {tel}|mi celular es {tel}|{tel}, \
        después de las 5]
        == contact give both
        [{full}, {email}, {tel}|{tel} o {email}, soy {first}|{email} y el celular {tel}]
        == contact thanks
        [Gracias|Perfecto|Listo], {first}. [La oficina le escribe hoy o mañana.|Ya lo tiene el \
        equipo.]
        == contact decline
        ¿Quiere dejar un correo por si baja el precio? => [no gracias|por ahora no|solo estoy \
        viendo|lo platico con mi esposo primero|yo les llamo]
        == tour ask
        [¿Puedo ir a verlo?|¿Cuándo puedo visitarlo?|quisiera verlo en persona|me gustaría ir a \
        ver el {unit}|¿hacen citas en sábado?]
        == tour offer
        [Claro|Con gusto], [tengo|hay] {tourSlots}. ¿Cuál le queda mejor?
        == tour pick
        [{tourWhen}|{tourWhen} está bien|me queda {tourWhen}|{tourWhen}, salgo del trabajo y \
        voy|mejor {tourWhen} por favor]
        == tour booked
        [Listo|Queda apuntado], {first}: {tourWhen}, en {address}. [Traiga una identificación.|Hay \
        estacionamiento para visitas.]
        == passed on
        [No estoy seguro de eso|No tengo ese dato], [ya le pregunté a la oficina|se lo pasé al \
        equipo]. Le contestan pronto.
        == person ask
        [¿Puedo hablar con alguien?|prefiero hablar con una persona|¿alguien que hable español me \
        puede llamar?|quiero hablar con la oficina]
        == person comes
        Claro, [ya le aviso a la oficina|alguien del equipo le atiende en un momento]. También \
        puede llamar al {phone}.
        == chat
        [¿es un robot?|¿hablo con una persona?] => Soy el asistente automático; [si prefiere una \
        persona, dígame|la oficina puede tomar la conversación].
        [perdón, se me cortó|ay me equivoqué de chat|perdón por las faltas, escribo con el \
        celular] => No hay problema. [Aquí estoy.|¿Qué más necesita?]
        [¿es seguro por ahí?|¿cómo es el barrio?] => No puedo calificar la zona; [la policía \
        publica sus estadísticas|lo mejor es venir a distintas horas]. El edificio abre con llave \
        electrónica.
        == thanks
        [gracias|muchas gracias|mil gracias|ok gracias|gracias, muy amable|ya con eso, gracias] => \
        [De nada.|Con gusto.|Para servirle.] [Que tenga buen día.|]
        [ok|va|perfecto|está bien|bueno|muy bien] => [¿Algo más?|Aquí estamos.|¡Que le vaya bien!]
        [lo pienso y les aviso|luego les marco|mañana paso|déjeme verlo con mi familia] => [Claro, \
        cuando guste.|Aquí le esperamos.]
        """,
        topics: Topic.spanish,
        links: ["Y ", "También ", "Ok, ", "Otra pregunta: ", "Oiga, ", "gracias, y ", "ah y "],
        beds: ["un estudio", "una recámara", "dos recámaras", "tres recámaras"],
        bedsShort: ["estudio", "1 cuarto", "2 cuartos", "3 cuartos"]
    )
}

extension Topic {
    /// What renters ask about in Spanish.
    static let spanish: [Topic] = [
        Topic(
            "pets",
            weight: 9,
            """
            ? [¿Aceptan|aceptan|¿Se puede tener] [perros|gatos|mascotas]?
            ? tengo [un perro de 30 kilos|dos gatos|una perrita chihuahua], ¿hay problema?
            ? ¿cuánto cobran por mascota?
            = Sí, hasta [dos|tres] por hogar. Son {petDeposit} de depósito y {petRent} al mes por \
            mascota.
            = Con gusto. Por mascota se pagan {petRent} al mes y {petDeposit} una sola vez.
            > ¿ese depósito se regresa? => Sí, menos lo que haya que reparar.
            > ¿hay dónde sacarlo a pasear? => Hay un patio cercado atrás, con bolsas y agua.
            > es de apoyo emocional, ¿también se paga? => No, los animales de asistencia no pagan.
            ! ¿Puedo tener una gallina en el balcón? => Lo siento, aves de corral no se permiten.
            """
        ),
        Topic(
            "parking",
            weight: 6,
            """
            ? [¿Incluye|incluye] [estacionamiento|parqueo]?
            ? ¿cuánto cuesta el estacionamiento? [tengo dos carros|tengo una troca|]
            ? ¿dónde se [parquean|estacionan] las visitas?
            = Afuera son {parkFee} al mes y techado {garageFee}. Para visitas hay {guestSpots} \
            lugares.
            = No está incluido: {parkFee} abierto, {garageFee} en el garaje.
            > ¿y un segundo carro? => Al mismo precio, si hay lugar. Ahorita hay.
            > ¿cabe una camioneta grande? => En el lote de afuera, sí.
            ! ¿Puedo dejar mi camión de trabajo en la noche? => Sí, en el lote de atrás, con \
            permiso de la oficina.
            """
        ),
        Topic(
            "income",
            weight: 6,
            """
            ? ¿qué [requisitos|papeles] [piden|necesito]?
            ? [me pagan en efectivo|trabajo por mi cuenta|no tengo crédito], ¿puedo aplicar?
            ? ¿piden seguro social? tengo ITIN
            = Identificación y comprobante de ingresos de {income} veces la renta. Con ITIN \
            también se puede.
            = Se revisan ingresos y crédito, alrededor de {credit}. [Sin historial se ve caso por \
            caso.|Estados de cuenta de tres meses sirven.]
            > ¿y con un fiador? => Sí, un fiador ayuda. Llena la misma solicitud.
            > ¿cuánto cuesta aplicar? => {appFee} por adulto.
            ! ¿Aceptan carta del patrón en lugar de talones? => Sí, con membrete, teléfono y fecha \
            de ingreso.
            """
        ),
        Topic(
            "utilities",
            weight: 5,
            """
            ? [¿Qué|que] servicios [incluye|están incluidos]?
            ? ¿la luz y el agua van aparte?
            ? ¿como cuánto sale de luz al mes?
            = La renta incluye parte de los servicios; calcule unos {utilCost} al mes por lo demás.
            > ¿tiene aire acondicionado? => Sí, en todos.
            > ¿y el internet? => Es con {provider}, como {netFee} al mes.
            ! ¿Puedo poner mi propio plato de satélite? => En el balcón sí, sin perforar la pared.
            """
        ),
        Topic(
            "deposit",
            weight: 4,
            """
            ? ¿cuánto es el depósito?
            ? ¿cuánto necesito para entrar?
            = El depósito es de {deposit}, más el primer mes y {adminFee} de administración.
            > ¿se puede pagar en dos partes? => Mitad al firmar y mitad al entrar.
            ! ¿Me pueden guardar el apartamento hasta el día 15? => Sí, con {holdFee} se lo \
            apartamos hasta esa fecha.
            """
        ),
    ]
}
