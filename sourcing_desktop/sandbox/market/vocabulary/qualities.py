"""Materials, styles, audiences, seasons, units and the words of the trade, in the market's languages."""

from __future__ import annotations

from sourcing_desktop.sandbox.market.vocabulary.kind import table, term

MATERIALS = table("""
    oxford: 牛津布 | Oxford Cloth | vải Oxford | tela Oxford | ผ้าอ็อกซ์ฟอร์ด
    nylon: 尼龙 | Nylon | nylon | nailon | ไนลอน
    canvas: 帆布 | Canvas | vải canvas | lona | ผ้าแคนวาส
    pu: PU皮 | PU Leather | da PU | cuero PU | หนัง PU
    leather: 真皮 | Genuine Leather | da thật | cuero genuino | หนังแท้
    cowhide: 头层牛皮 | Full-grain Cowhide | da bò thật | piel de vaca | หนังวัวแท้
    suede: 麂皮 | Suede | da lộn | ante | หนังกลับ
    mesh: 网面 | Mesh | vải lưới | malla | ผ้าตาข่าย
    eva: EVA | EVA | EVA | EVA | อีวีเอ
    pvc: PVC | PVC | PVC | PVC | พีวีซี
    abs: ABS塑料 | ABS Plastic | nhựa ABS | plástico ABS | พลาสติก ABS
    pp: PP塑料 | PP Plastic | nhựa PP | plástico PP | พลาสติก PP
    pc: PC | Polycarbonate | nhựa PC | policarbonato | โพลีคาร์บอเนต
    silicone: 硅胶 | Silicone | silicone | silicona | ซิลิโคน
    tpu: TPU | TPU | TPU | TPU | ทีพียู
    rubber: 橡胶 | Rubber | cao su | caucho | ยาง
    vinyl: 搪胶 | Soft Vinyl | nhựa vinyl mềm | vinilo suave | ไวนิลนิ่ม
    cotton: 纯棉 | Pure Cotton | cotton | algodón | ผ้าฝ้าย
    linen: 棉麻 | Cotton Linen | vải lanh | lino | ผ้าลินิน
    chiffon: 雪纺 | Chiffon | voan | gasa | ผ้าชีฟอง
    satin: 缎面 | Satin | satin | satén | ผ้าซาติน
    silk: 真丝 | Silk | lụa | seda | ผ้าไหม
    polyester: 涤纶 | Polyester | polyester | poliéster | โพลีเอสเตอร์
    denim: 牛仔布 | Denim | vải denim | mezclilla | ผ้ายีนส์
    wool: 羊毛 | Wool | len lông cừu | lana | ขนแกะ
    acrylicyarn: 腈纶 | Acrylic Yarn | sợi acrylic | hilo acrílico | ไหมพรมอะคริลิก
    fleece: 抓绒 | Fleece | nỉ lót lông | felpa | ผ้าฟลีซ
    velvet: 天鹅绒 | Velvet | nhung | terciopelo | ผ้ากำมะหยี่
    plush: 毛绒 | Plush | lông nhung | felpa suave | ผ้ากำมะหยี่ขนนุ่ม
    silver925: 925银 | 925 Silver | bạc 925 | plata 925 | เงินแท้ 925
    titanium: 钛钢 | Titanium Steel | thép titan | acero de titanio | สแตนเลสไทเทเนียม
    alloy: 合金 | Alloy | hợp kim | aleación | อัลลอย
    copper: 铜 | Copper | đồng | cobre | ทองแดง
    pearl: 淡水珍珠 | Freshwater Pearl | ngọc trai nước ngọt | perla de agua dulce | ไข่มุกน้ำจืด
    acetate: 醋酸 | Acetate | acetate | acetato | อะซิเตท
    ceramic: 陶瓷 | Ceramic | gốm sứ | cerámica | เซรามิก
    boneChina: 骨瓷 | Bone China | sứ xương | porcelana de hueso | โบนไชน่า
    glass: 玻璃 | Glass | thủy tinh | vidrio | แก้ว
    borosilicate: 高硼硅玻璃 | Borosilicate Glass | thủy tinh borosilicate | vidrio borosilicato | แก้วบอโรซิลิเกต
    steel304: 304不锈钢 | 304 Stainless Steel | inox 304 | acero inoxidable 304 | สแตนเลส 304
    steel316: 316不锈钢 | 316 Stainless Steel | inox 316 | acero inoxidable 316 | สแตนเลส 316
    steel: 不锈钢 | Stainless Steel | inox | acero inoxidable | สแตนเลส
    carbonsteel: 高碳钢 | High Carbon Steel | thép carbon cao | acero al carbono | เหล็กกล้าคาร์บอนสูง
    vanadium: 铬钒钢 | Chrome Vanadium Steel | thép Cr-V | acero cromo vanadio | เหล็กโครมวานาเดียม
    iron: 铁艺 | Wrought Iron | sắt nghệ thuật | hierro forjado | เหล็กดัด
    castiron: 铸铁 | Cast Iron | gang | hierro fundido | เหล็กหล่อ
    medicalstone: 麦饭石 | Maifan Stone | đá maifan | piedra maifan | หินไมฟาน
    aluminium: 铝合金 | Aluminium Alloy | hợp kim nhôm | aleación de aluminio | อะลูมิเนียมอัลลอย
    metal: 金属 | Metal | kim loại | metal | โลหะ
    solidwood: 实木 | Solid Wood | gỗ tự nhiên nguyên khối | madera maciza | ไม้แท้
    beech: 榉木 | Beech Wood | gỗ dẻ gai | madera de haya | ไม้บีช
    bamboo: 竹 | Bamboo | tre | bambú | ไม้ไผ่
    board: 密度板 | MDF Board | gỗ MDF | tablero MDF | ไม้เอ็มดีเอฟ
    sisal: 剑麻 | Sisal | sợi sisal | sisal | ป่านศรนารายณ์
    rattan: 藤编 | Rattan | mây đan | ratán | หวายสาน
    cottonrope: 棉绳 | Cotton Rope | dây cotton | cuerda de algodón | เชือกฝ้าย
    soywax: 大豆蜡 | Soy Wax | sáp đậu nành | cera de soja | ไขถั่วเหลือง
    bristle: 纤维毛 | Synthetic Bristle | lông sợi tổng hợp | cerda sintética | ขนสังเคราะห์
    carbonfibre: 碳纤维 | Carbon Fibre | sợi carbon | fibra de carbono | คาร์บอนไฟเบอร์
    acrylic: 亚克力 | Acrylic | acrylic | acrílico | อะคริลิก
    kraft: 牛皮纸 | Kraft Paper | giấy kraft | papel kraft | กระดาษคราฟท์
    cementcoat: 包胶 | Rubber-coated Iron | sắt bọc cao su | hierro recubierto | เหล็กหุ้มยาง
    liquid: 植物配方 | Plant Formula | công thức thực vật | fórmula vegetal | สูตรจากพืช
""")

STYLES = table("""
    korean: 韩版 | Korean Style | phong cách Hàn Quốc | estilo coreano | สไตล์เกาหลี
    japanese: 日系 | Japanese Style | phong cách Nhật Bản | estilo japonés | สไตล์ญี่ปุ่น
    western: 欧美 | European and American | phong cách Âu Mỹ | estilo occidental | สไตล์ยุโรป
    casual: 休闲 | Casual | phong cách thường ngày | estilo informal | ลำลอง
    business: 商务 | Business | phong cách doanh nhân | estilo ejecutivo | สไตล์นักธุรกิจ
    retro: 复古 | Retro | phong cách cổ điển | estilo retro | สไตล์วินเทจ
    minimal: 简约 | Minimalist | tối giản | estilo minimalista | สไตล์มินิมอล
    nordic: 北欧风 | Nordic Style | phong cách Bắc Âu | estilo nórdico | สไตล์นอร์ดิก
    french: 法式 | French Style | phong cách Pháp | estilo francés | สไตล์ฝรั่งเศส
    cream: 奶油风 | Creamy Style | phong cách tông kem | estilo crema | สไตล์ครีม
    ins: ins风 | INS Style | phong cách INS | estilo INS | สไตล์ INS
    street: 潮牌 | Street Fashion | thời trang đường phố | estilo urbano | สไตล์สตรีท
    sporty: 运动风 | Sporty | phong cách thể thao | estilo deportivo | สไตล์สปอร์ต
    sweet: 甜美 | Sweet | ngọt ngào | estilo dulce | สไตล์หวาน
    elegant: 气质 | Elegant | thanh lịch | estilo elegante | ดูดีมีสไตล์
    luxury: 轻奢 | Light Luxury | sang trọng | lujo accesible | หรูหรา
    cute: 可爱 | Cute | dễ thương | de estilo adorable | น่ารัก
    cartoon: 卡通 | Cartoon | hoạt hình | de dibujos animados | ลายการ์ตูน
    chinese: 国潮 | Chinese Chic | phong cách Trung Hoa | estilo chino moderno | สไตล์จีน
    modern: 现代 | Modern | hiện đại | de estilo moderno | สไตล์โมเดิร์น
    industrial: 工业风 | Industrial Style | phong cách công nghiệp | estilo industrial | สไตล์ลอฟท์
    outdoor: 户外 | Outdoor | dã ngoại | para exteriores | สำหรับกลางแจ้ง
    gaming: 电竞 | Gaming | gaming | para videojuegos | เกมมิ่ง
    professional: 专业级 | Professional | chuyên nghiệp | de nivel profesional | ระดับมืออาชีพ
    industrialgrade: 工业级 | Industrial Grade | cấp công nghiệp | de uso industrial | เกรดอุตสาหกรรม
    household: 家用 | Household | gia dụng | para el hogar | สำหรับใช้ในบ้าน
    creative: 创意 | Creative | sáng tạo | diseño creativo | ดีไซน์สร้างสรรค์
""")

AUDIENCES = table("""
    women: 女士 | Women | nữ | mujer | ผู้หญิง
    men: 男士 | Men | nam | hombre | ผู้ชาย
    couples: 情侣 | Couples | cặp đôi | parejas | คู่รัก
    students: 学生 | Students | học sinh sinh viên | estudiantes | นักเรียน
    children: 儿童 | Children | trẻ em | niños | เด็ก
    girls: 女童 | Girls | bé gái | niñas | เด็กผู้หญิง
    boys: 男童 | Boys | bé trai | niños varones | เด็กผู้ชาย
    adults: 成人 | Adults | người lớn | adultos | ผู้ใหญ่
    cats: 猫咪 | Cats | mèo | gatos | แมว
    dogs: 狗狗 | Dogs | chó | perros | สุนัข
    pets: 宠物 | Pets | thú cưng | mascotas | สัตว์เลี้ยง
    office: 办公室 | the Office | văn phòng | la oficina | สำนักงาน
""")

SEASONS = table("""
    spring: 春季 | Spring | mùa xuân | primavera | ฤดูใบไม้ผลิ
    summer: 夏季 | Summer | mùa hè | verano | ฤดูร้อน
    autumn: 秋季 | Autumn | mùa thu | otoño | ฤดูใบไม้ร่วง
    winter: 冬季 | Winter | mùa đông | invierno | ฤดูหนาว
""")

UNITS = table("""
    个: 个 | piece | cái | unidad | ชิ้น
    件: 件 | piece | chiếc | pieza | ตัว
    双: 双 | pair | đôi | par | คู่
    套: 套 | set | bộ | juego | ชุด
    条: 条 | piece | chiếc | pieza | เส้น
    对: 对 | pair | đôi | par | คู่
    支: 支 | piece | cây | unidad | แท่ง
    把: 把 | piece | chiếc | unidad | อัน
    只: 只 | piece | chiếc | unidad | ใบ
    台: 台 | unit | chiếc | equipo | เครื่อง
    张: 张 | piece | chiếc | unidad | ตัว
    本: 本 | book | quyển | unidad | เล่ม
    瓶: 瓶 | bottle | chai | frasco | ขวด
    顶: 顶 | piece | chiếc | unidad | หลัง
    块: 块 | piece | chiếc | unidad | เรือน
    盏: 盏 | lamp | chiếc | unidad | ดวง
    口: 口 | piece | chiếc | unidad | ใบ
""")

TRADE = table("""
    crossborder: 跨境 | Cross-border | xuyên biên giới | comercio transfronterizo | ขายข้ามพรมแดน
    foreign: 外贸 | Foreign Trade | hàng xuất khẩu | para exportación | สินค้าส่งออก
    amazon: 亚马逊 | Amazon | hàng bán Amazon | para Amazon | สำหรับขาย Amazon
    hot: 爆款 | Hot-selling | bán chạy | éxito de ventas | ขายดี
    popular: 网红 | Internet Celebrity | hot trend | muy popular | ยอดฮิต
""")

SUPPLY = table("""
    wholesale: 批发 | Wholesale | bán buôn | al por mayor | ขายส่ง
    factorysale: 厂家批发 | Factory Wholesale | bán buôn tại xưởng | al por mayor de fábrica | ขายส่งจากโรงงาน
    factory: 厂家直销 | Factory Direct Sales | xưởng bán trực tiếp | venta directa de fábrica | โรงงานขายตรง
    source: 源头工厂 | Source Factory | xưởng gốc | directo de fábrica | โรงงานต้นทาง
    dropship: 一件代发 | Drop Shipping | nhận gửi lẻ từng chiếc | envío por unidad | รับดรอปชิป
    custom: 可定制logo | Customizable Logo | in logo theo yêu cầu | logo personalizable | สั่งทำโลโก้ได้
""")

RETAIL = table("""
    premium: 高级感 | Premium Feel | cao cấp | de aspecto premium | ดูพรีเมียม
    niche: 小众设计 | Niche Design | thiết kế độc đáo | diseño exclusivo | ดีไซน์เฉพาะตัว
    highlooks: 高颜值 | High Appearance | đẹp mắt | de gran atractivo visual | สวยโดดเด่น
    gift: 送礼 | as a Gift | làm quà tặng | para regalar | เป็นของขวัญ
    birthday: 生日礼物 | Birthday Gift | quà sinh nhật | regalo de cumpleaños | ของขวัญวันเกิด
""")

COLOUR = term("颜色 | Colour | Màu sắc | Color | สี")
MATERIAL = term("材质 | Material | Chất liệu | Material | วัสดุ")
STYLE = term("风格 | Style | Phong cách | Estilo | สไตล์")
AUDIENCE = term("适用人群 | Suitable for | Đối tượng | Destinatario | เหมาะสำหรับ")
SEASON = term("适用季节 | Season | Mùa | Temporada | ฤดูกาล")
BRAND = term("品牌 | Brand | Thương hiệu | Marca | แบรนด์")
ITEM_NUMBER = term("货号 | Item No. | Mã hàng | N.º de artículo | รหัสสินค้า")
ORIGIN = term("产地 | Origin | Xuất xứ | Origen | แหล่งผลิต")
FEATURE = term("特点 | Features | Đặc điểm | Características | จุดเด่น")
UNBRANDED = term("无品牌 | No Brand | Không thương hiệu | Sin marca | ไม่มีแบรนด์")
