"""The words of jewellery and beauty."""

from __future__ import annotations

from sourcing_desktop.sandbox.market.vocabulary.kind import Group, Section, kind, term

NECKLACE = kind(
    "necklace",
    nouns="""
        项链 | Necklace | dây chuyền | collar | สร้อยคอ
        吊坠项链 | Pendant Necklace | dây chuyền mặt đá | collar con colgante | สร้อยคอพร้อมจี้
        锁骨链 | Clavicle Necklace | dây chuyền xương quai xanh | gargantilla collar | สร้อยคอสั้น
    """,
    also="颈链, 吊坠, 首饰, 饰品, pendant, chain, choker, jewelry, vòng cổ, gargantilla, cadena, จี้",
    fen=(280, 3800),
    grams=(8, 35),
    unit="条",
    materials="titanium silver925 alloy pearl copper",
    styles="luxury french ins korean minimal",
    audiences="women couples",
    palette="metal",
    sizes="chain",
    features="""
        镶钻 | Diamond-studded | đính đá | con circonitas | ฝังเพชร CZ
        不掉色 | Colourfast | không phai màu | sin decoloración | สีไม่ลอก
        爱心 | Heart | hình trái tim | con forma de corazón | รูปหัวใจ
        双层 | Double-layer | hai lớp | de doble vuelta | สองชั้น
        四叶草 | Four-leaf Clover | cỏ bốn lá | con trébol de cuatro hojas | ใบโคลเวอร์
        简单百搭 | Versatile | dễ phối đồ | combinable con todo | เข้าได้ทุกชุด
    """,
)
EARRINGS = kind(
    "earrings",
    nouns="""
        耳环 | Earrings | bông tai | pendientes | ต่างหู
        耳钉 | Stud Earrings | bông tai nụ | pendientes de botón | ต่างหูหมุด
        耳坠 | Drop Earrings | bông tai dáng dài | pendientes largos | ต่างหูระย้า
    """,
    also="耳饰, 耳圈, 首饰, 饰品, studs, hoops, jewelry, khuyên tai, hoa tai, aretes, zarcillos, ตุ้มหู",
    fen=(180, 2200),
    grams=(4, 20),
    unit="对",
    materials="silver925 alloy titanium pearl copper",
    styles="korean french ins luxury retro",
    audiences="women",
    palette="metal",
    sizes="gift",
    features="""
        银针防过敏 | Hypoallergenic | kim bạc chống dị ứng | para piel sensible | ก้านเงินกันแพ้
        水钻 | Rhinestone | đính đá | con pedrería | ประดับเพชร
        流苏 | Tassel | tua rua | con flecos | พู่ห้อย
        几何 | Geometric | hình học | de diseño geométrico | ทรงเรขาคณิต
        蝴蝶结 | Bow | hình nơ | con lazo | รูปโบว์
        显脸瘦 | Face-slimming | tôn gương mặt | que afina el rostro | ช่วยให้หน้าเรียว
    """,
)
RING = kind(
    "ring",
    nouns="""
        戒指 | Ring | nhẫn | anillo | แหวน
        开口戒指 | Open Ring | nhẫn hở | anillo abierto | แหวนปรับขนาดได้
        情侣对戒 | Couple Ring | nhẫn đôi | anillo de pareja | แหวนคู่รัก
    """,
    also="指环, 食指戒, 首饰, 饰品, finger ring, band, jewelry, cà rá, sortija, alianza, แหวนเพชร",
    fen=(180, 2800),
    grams=(3, 12),
    unit="个",
    materials="silver925 titanium alloy copper",
    styles="luxury ins minimal retro",
    audiences="women men couples",
    palette="metal",
    sizes="ring",
    features="""
        莫桑钻 | Moissanite | đá moissanite | con moissanita | เพชรโมอิส
        可调节 | Adjustable | điều chỉnh được | ajustable | ปรับขนาดได้
        不掉色 | Colourfast | không phai màu | sin decoloración | สีไม่ลอก
        求婚 | Proposal | cầu hôn | de compromiso | ขอแต่งงาน
        镶钻 | Diamond-studded | đính đá | con circonitas | ฝังเพชร CZ
        个性 | Individual | cá tính | de diseño original | ดีไซน์เก๋
    """,
)
BRACELET = kind(
    "bracelet",
    nouns="""
        手链 | Bracelet | vòng tay | pulsera | สร้อยข้อมือ
        手镯 | Bangle Bracelet | vòng tay kiềng | brazalete pulsera | กำไลข้อมือ
        串珠手链 | Beaded Bracelet | vòng tay hạt | pulsera de cuentas | สร้อยข้อมือลูกปัด
    """,
    also="手串, 手环, 首饰, 饰品, bangle, wristband, jewelry, lắc tay, brazalete, esclava, กำไล",
    fen=(250, 3200),
    grams=(8, 40),
    unit="条",
    materials="silver925 titanium alloy pearl",
    styles="luxury chinese ins retro",
    audiences="women men couples",
    palette="metal",
    sizes="bracelet",
    features="""
        转运珠 | Lucky Bead | hạt may mắn | con cuenta de la suerte | ลูกปัดนำโชค
        可调节 | Adjustable | điều chỉnh được | ajustable | ปรับขนาดได้
        镶钻 | Diamond-studded | đính đá | con circonitas | ฝังเพชร CZ
        手工编织 | Hand-woven | đan thủ công | de tejido artesanal | ถักมือ
        不掉色 | Colourfast | không phai màu | sin decoloración | สีไม่ลอก
        四叶草 | Four-leaf Clover | cỏ bốn lá | con trébol de cuatro hojas | ใบโคลเวอร์
    """,
)
HAIRPIN = kind(
    "hairpin",
    nouns="""
        发夹 | Hairpin | kẹp tóc | horquilla de pelo | กิ๊บติดผม
        抓夹 | Claw Clip Hairpin | kẹp tóc càng cua | pinza horquilla | กิ๊บหนีบผม
        边夹 | Side Hairpin | kẹp tóc mái | horquilla lateral | กิ๊บติดผมข้าง
    """,
    also="发饰, 头饰, 鲨鱼夹, 发卡, hair clip, barrette, hair claw, cặp tóc, pinza de pelo, pasador, กิ๊บ",
    fen=(60, 880),
    grams=(6, 40),
    unit="个",
    materials="acetate alloy abs pearl",
    styles="korean sweet french retro",
    audiences="women girls",
    palette="home",
    sizes="pack small_large",
    features="""
        水钻 | Rhinestone | đính đá | con pedrería | ประดับเพชร
        蝴蝶结 | Bow | hình nơ | con lazo | รูปโบว์
        大号 | Large | cỡ lớn | de tamaño grande | ขนาดใหญ่
        防滑 | Non-slip | chống trượt | antideslizante | กันลื่น
        盘发 | Updo | búi tóc | para recogidos | เกล้าผม
        刘海 | Bangs | kẹp mái | para flequillo | ติดผมหน้าม้า
    """,
)
WRISTWATCH = kind(
    "wristwatch",
    nouns="""
        手表 | Wristwatch | đồng hồ đeo tay | reloj de pulsera | นาฬิกาข้อมือ
        石英手表 | Quartz Wristwatch | đồng hồ đeo tay quartz | reloj de pulsera de cuarzo | นาฬิกาข้อมือควอตซ์
        腕表 | Fashion Wristwatch | đồng hồ đeo tay thời trang | reloj de pulsera de moda | นาฬิกาข้อมือแฟชั่น
    """,
    also="表, 石英表, 机械表, 钟表, watch, watches, quartz watch, đồng hồ, reloj, relojes, นาฬิกา",
    fen=(1280, 12800),
    grams=(50, 160),
    unit="块",
    materials="steel alloy leather silicone",
    styles="business luxury minimal sporty retro",
    audiences="men women students couples",
    palette="steel",
    sizes="gift",
    features="""
        防水 | Waterproof | chống nước | resistente al agua | กันน้ำ
        夜光 | Luminous | dạ quang | de agujas luminosas | พรายน้ำ
        日历 | with Calendar | có lịch ngày | con calendario | มีปฏิทิน
        超薄 | Ultra-thin | siêu mỏng | de perfil ultrafino | บางพิเศษ
        小表盘 | Small-dial | mặt nhỏ | de esfera pequeña | หน้าปัดเล็ก
        简约刻度 | Simple-scale | vạch số đơn giản | de esfera sencilla | ขีดบอกเวลาเรียบง่าย
    """,
)

LIPSTICK = kind(
    "lipstick",
    nouns="""
        口红 | Lipstick | son môi | pintalabios | ลิปสติก
        哑光口红 | Matte Lipstick | son môi lì | pintalabios mate | ลิปสติกเนื้อแมตต์
        唇膏口红 | Lip Balm Lipstick | son môi dưỡng | pintalabios hidratante | ลิปสติกบำรุง
    """,
    also="唇膏, 唇釉, 唇彩, 彩妆, lip gloss, lip balm, makeup, son, son lì, labial, barra de labios, ลิป",
    fen=(380, 3200),
    grams=(20, 50),
    unit="支",
    materials="liquid",
    styles="korean chinese luxury western",
    audiences="women students",
    palette="makeup",
    sizes="gift",
    features="""
        不掉色 | Long-lasting | lâu trôi | de larga duración | ติดทนไม่หลุด
        不沾杯 | Non-stick Cup | không dính cốc | sin transferencia | ไม่ติดแก้ว
        滋润保湿 | Moisturizing | dưỡng ẩm | con hidratación | ให้ความชุ่มชื้น
        显白 | Brightening | tôn da | que ilumina el rostro | ขับผิว
        丝绒雾面 | Velvet Matte | nhung lì | de acabado aterciopelado | เนื้อกำมะหยี่
        防水 | Waterproof | chống nước | a prueba de agua | กันน้ำ
    """,
)
PERFUME = kind(
    "perfume",
    nouns="""
        香水 | Perfume | nước hoa | perfume | น้ำหอม
        淡香水 | Eau de Toilette Perfume | nước hoa nhẹ | perfume eau de toilette | น้ำหอมกลิ่นอ่อน
        香水喷雾 | Perfume Spray | nước hoa dạng xịt | perfume en espray | น้ำหอมสเปรย์
    """,
    also="香氛, 淡香, 古龙水, fragrance, cologne, eau de parfum, dầu thơm, colonia, fragancia, โคโลญจน์",
    fen=(880, 6800),
    grams=(120, 380),
    unit="瓶",
    materials="liquid",
    styles="luxury french western",
    audiences="women men couples",
    palette="bottle",
    sizes="perfume",
    features="""
        持久留香 | Long-lasting | lưu hương lâu | de larga duración | หอมติดทนนาน
        清新花果香 | Fresh Floral Fruity | hương hoa quả tươi mát | de notas florales y frutales | กลิ่นดอกไม้ผลไม้
        便携 | Portable | bỏ túi tiện lợi | fácil de llevar | พกพาสะดวก
        小样试用 | Sample | mẫu thử | en formato de muestra | ขนาดทดลอง
        礼盒 | with Gift Box | kèm hộp quà | con caja de regalo | พร้อมกล่องของขวัญ
        水晶瓶 | Crystal Bottle | chai pha lê | con frasco de cristal | ขวดคริสตัล
    """,
)
MAKEUP_BRUSH = kind(
    "makeup_brush",
    nouns="""
        化妆刷 | Makeup Brush | cọ trang điểm | brocha de maquillaje | แปรงแต่งหน้า
        化妆刷套装 | Makeup Brush Set | bộ cọ trang điểm | set de brochas de maquillaje | ชุดแปรงแต่งหน้า
        粉底刷 | Foundation Makeup Brush | cọ trang điểm tán nền | brocha de base de maquillaje | แปรงแต่งหน้ารองพื้น
    """,
    also="散粉刷, 腮红刷, 眼影刷, 美妆工具, brush set, cosmetic brush, chổi trang điểm, pincel, brochas, แปรงปัดแก้ม",
    fen=(380, 4800),
    grams=(25, 260),
    unit="支",
    materials="bristle beech",
    styles="professional luxury korean",
    audiences="women",
    palette="bottle",
    sizes="brushes",
    features="""
        柔软亲肤 | Soft | mềm mịn | de cerdas suaves | ขนนุ่ม
        不吃粉 | Powder-saving | không hút phấn | que no absorbe polvo | ไม่กินแป้ง
        便携 | Portable | bỏ túi tiện lợi | fácil de llevar | พกพาสะดวก
        收纳包 | with Storage Bag | kèm túi đựng | con estuche | พร้อมกระเป๋าเก็บ
        初学者 | for Beginners | cho người mới | para principiantes | สำหรับมือใหม่
        木柄 | Wooden-handle | cán gỗ | con mango de madera | ด้ามไม้
    """,
)
HAIRBRUSH = kind(
    "hairbrush",
    nouns="""
        梳子 | Hairbrush | lược chải tóc | cepillo para el pelo | แปรงหวีผม
        气垫梳 | Air Cushion Hairbrush | lược chải tóc đệm khí | cepillo neumático para el pelo | แปรงหวีผมเบาะลม
        按摩梳 | Massage Hairbrush | lược chải tóc massage | cepillo de masaje para el pelo | แปรงหวีผมนวดศีรษะ
    """,
    also="发梳, 卷发梳, 木梳, 美发工具, comb, hair comb, detangling brush, lược, peine, cepillo de pelo, หวี",
    fen=(180, 1800),
    grams=(60, 160),
    unit="把",
    materials="abs beech bamboo silicone",
    styles="household cute minimal",
    audiences="women children",
    palette="bottle",
    sizes="pack",
    features="""
        防静电 | Anti-static | chống tĩnh điện | antiestático | กันไฟฟ้าสถิต
        顺发不打结 | Detangling | gỡ rối | para desenredar | หวีไม่พันกัน
        头皮按摩 | Scalp Massage | massage da đầu | con masaje capilar | นวดหนังศีรษะ
        便携 | Portable | bỏ túi tiện lợi | fácil de llevar | พกพาสะดวก
        湿发 | Wet-hair | dùng cho tóc ướt | para pelo mojado | ใช้กับผมเปียกได้
        镂空 | Hollow | rỗng thoáng | de diseño ventilado | แบบโปร่ง
    """,
)
NAIL_POLISH = kind(
    "nail_polish",
    nouns="""
        指甲油 | Nail Polish | sơn móng tay | esmalte de uñas | ยาทาเล็บ
        指甲油胶 | Gel Nail Polish | sơn móng tay gel | esmalte de uñas en gel | ยาทาเล็บเจล
        可剥指甲油 | Peel-off Nail Polish | sơn móng tay bóc được | esmalte de uñas despegable | ยาทาเล็บลอกได้
    """,
    also="美甲胶, 甲油胶, 美甲, gel polish, nail varnish, nail gel, sơn gel, pintauñas, esmalte, สีทาเล็บ",
    fen=(150, 1500),
    grams=(30, 70),
    unit="瓶",
    materials="liquid",
    styles="japanese korean sweet",
    audiences="women",
    palette="makeup",
    sizes="drops",
    features="""
        免烤快干 | No-bake Quick-drying | mau khô không cần đèn | de secado rápido sin lámpara | แห้งเร็วไม่ต้องอบ
        无味 | Odourless | không mùi | sin olor | ไร้กลิ่น
        持久 | Long-lasting | bền màu | de larga duración | ติดทนนาน
        显白 | Brightening | tôn da | que ilumina las manos | ขับผิว
        亮片 | Glitter | kim tuyến | con purpurina | กลิตเตอร์
        美甲店专用 | for Nail Salons | cho tiệm nail | para salones de uñas | สำหรับร้านทำเล็บ
    """,
)
HAND_MIRROR = kind(
    "hand_mirror",
    nouns="""
        手持镜 | Hand Mirror | gương cầm tay | espejo de mano | กระจกมือถือ
        化妆镜 | Makeup Hand Mirror | gương cầm tay trang điểm | espejo de mano para maquillaje | กระจกมือถือแต่งหน้า
        手柄镜 | Handle Hand Mirror | gương cầm tay có cán | espejo de mano con mango | กระจกมือถือด้ามจับ
    """,
    also="镜子, 小镜子, 美容镜, mirror, vanity mirror, handheld mirror, gương, gương trang điểm, espejo, กระจก",
    fen=(250, 2200),
    grams=(90, 320),
    unit="个",
    materials="abs glass beech alloy",
    styles="retro cute ins minimal",
    audiences="women",
    palette="bottle",
    sizes="small_large",
    features="""
        高清 | HD | độ nét cao | de alta definición | คมชัด
        便携 | Portable | bỏ túi tiện lợi | fácil de llevar | พกพาสะดวก
        LED带灯 | with LED Light | có đèn LED | con luz LED | มีไฟ LED
        美容院 | Beauty Salon | dùng cho thẩm mỹ viện | para salón de belleza | สำหรับร้านเสริมสวย
        宫廷 | Palace | kiểu cung đình | de estilo palaciego | ลายวินเทจสไตล์วัง
        防摔 | Drop-resistant | chống vỡ | resistente a golpes | กันตกแตก
    """,
)

SECTIONS = (
    Section(
        "jewellery",
        term("饰品 | Jewelry | Trang sức | Bisutería | เครื่องประดับ"),
        (
            Group(
                term("首饰 | Fine Jewelry | Trang sức đeo | Joyas | อัญมณีและเครื่องประดับ"),
                (NECKLACE, EARRINGS, RING, BRACELET),
            ),
            Group(
                term(
                    "发饰手表 | Hair Accessories and Watches | Phụ kiện tóc và đồng hồ | Adornos de pelo y relojes | เครื่องประดับผมและนาฬิกา"
                ),
                (HAIRPIN, WRISTWATCH),
            ),
        ),
    ),
    Section(
        "beauty",
        term("美妆个护 | Beauty and Care | Làm đẹp | Belleza y cuidado | ความงามและของใช้ส่วนตัว"),
        (
            Group(
                term(
                    "彩妆香水 | Makeup and Perfume | Trang điểm và nước hoa | Maquillaje y perfumes | เครื่องสำอางและน้ำหอม"
                ),
                (LIPSTICK, PERFUME, NAIL_POLISH),
            ),
            Group(
                term("美容工具 | Beauty Tools | Dụng cụ làm đẹp | Herramientas de belleza | อุปกรณ์เสริมสวย"),
                (MAKEUP_BRUSH, HAIRBRUSH, HAND_MIRROR),
            ),
        ),
    ),
)
