"""Size attributes of SKUs: clothing and shoe sizes, capacities, models, lengths and packs."""

from __future__ import annotations

from sourcing_desktop.sandbox.market.model import Term
from sourcing_desktop.sandbox.market.vocabulary.kind import Sizes, term, terms

SIZE = term("尺码 | Size | Kích cỡ | Talla | ขนาด")
MEASURE = term("规格 | Specification | Quy cách | Especificación | สเปก")
CAPACITY = term("容量 | Capacity | Dung tích | Capacidad | ความจุ")
LENGTH = term("长度 | Length | Chiều dài | Longitud | ความยาว")
MODEL = term("适用型号 | Compatible Model | Kiểu máy | Modelo compatible | รุ่นที่ใช้ได้")
WEIGHT = term("重量 | Weight | Trọng lượng | Peso | น้ำหนัก")
VERSION = term("版本 | Version | Phiên bản | Versión | เวอร์ชัน")
SCENT = term("香味 | Scent | Mùi hương | Aroma | กลิ่น")


def _same(text: str) -> tuple[Term, ...]:
    """Values that are written alike in every language, separated by commas."""
    values = (value.strip() for value in text.split(","))
    return tuple(Term(value, value, value, value, value) for value in values)


SIZES = {
    "clothes": Sizes(SIZE, _same("S, M, L, XL, 2XL, 3XL")),
    "clothes_few": Sizes(SIZE, _same("S, M, L, XL")),
    "waist": Sizes(SIZE, _same("26, 27, 28, 29, 30, 31, 32")),
    "shirt": Sizes(SIZE, _same("38, 39, 40, 41, 42, 43")),
    "shoes_women": Sizes(SIZE, _same("35, 36, 37, 38, 39, 40")),
    "shoes_men": Sizes(SIZE, _same("39, 40, 41, 42, 43, 44")),
    "slippers": Sizes(SIZE, _same("36-37, 38-39, 40-41, 42-43, 44-45")),
    "suitcase": Sizes(
        SIZE,
        terms("""
            18寸 | 18-inch | 18 inch | 18 pulgadas | 18 นิ้ว
            20寸 | 20-inch | 20 inch | 20 pulgadas | 20 นิ้ว
            24寸 | 24-inch | 24 inch | 24 pulgadas | 24 นิ้ว
            28寸 | 28-inch | 28 inch | 28 pulgadas | 28 นิ้ว
        """),
        18,
    ),
    "small_large": Sizes(
        SIZE,
        terms("""
            小号 | Small | Cỡ nhỏ | Pequeño | ไซซ์เล็ก
            中号 | Medium | Cỡ vừa | Mediano | ไซซ์กลาง
            大号 | Large | Cỡ lớn | Grande | ไซซ์ใหญ่
            特大号 | Extra Large | Cỡ đại | Extra grande | ไซซ์พิเศษ
        """),
        22,
    ),
    "ring": Sizes(SIZE, _same("US 5, US 6, US 7, US 8, US 9")),
    "chain": Sizes(LENGTH, _same("40cm, 45cm, 50cm, 55cm"), 4),
    "bracelet": Sizes(LENGTH, _same("16cm, 18cm, 20cm"), 4),
    "drops": Sizes(CAPACITY, _same("8ml, 12ml, 15ml"), 20),
    "perfume": Sizes(CAPACITY, _same("10ml, 30ml, 50ml, 100ml"), 35),
    "mug": Sizes(CAPACITY, _same("300ml, 380ml, 450ml"), 10),
    "flask": Sizes(CAPACITY, _same("350ml, 500ml, 750ml, 1000ml"), 14),
    "kettle": Sizes(CAPACITY, _same("1.2L, 1.5L, 1.8L, 2.3L"), 10),
    "lunch": Sizes(CAPACITY, _same("800ml, 1100ml, 1400ml, 1800ml"), 14),
    "pan": Sizes(MEASURE, _same("20cm, 24cm, 26cm, 28cm, 30cm"), 10),
    "blade": Sizes(LENGTH, _same("15cm, 18cm, 20cm, 23cm"), 9),
    "cushion": Sizes(SIZE, _same("30x50cm, 40x40cm, 45x45cm, 50x50cm, 60x60cm"), 12),
    "height": Sizes(SIZE, _same("15cm, 20cm, 25cm, 30cm"), 24),
    "clock": Sizes(SIZE, _same("25cm, 30cm, 35cm, 40cm"), 16),
    "plush": Sizes(SIZE, _same("25cm, 35cm, 50cm, 80cm, 100cm"), 38),
    "kite": Sizes(
        SIZE,
        terms("""
            1.2米 | 1.2 m | 1,2 m | 1,2 m | 1.2 เมตร
            1.5米 | 1.5 m | 1,5 m | 1,5 m | 1.5 เมตร
            2米 | 2 m | 2 m | 2 m | 2 เมตร
            3米 | 3 m | 3 m | 3 m | 3 เมตร
        """),
        20,
    ),
    "bed": Sizes(
        SIZE,
        terms("""
            1.2米 | 1.2 m Single | 1,2 m đơn | 1,2 m individual | 1.2 เมตร เตียงเดี่ยว
            1.5米 | 1.5 m Double | 1,5 m đôi | 1,5 m matrimonial | 1.5 เมตร เตียงคู่
            1.8米 | 1.8 m King | 1,8 m cỡ lớn | 1,8 m king | 1.8 เมตร คิงไซซ์
        """),
        14,
    ),
    "seats": Sizes(
        MEASURE,
        terms("""
            单人位 | Single Seat | Một chỗ | Una plaza | 1 ที่นั่ง
            双人位 | Two Seats | Hai chỗ | Dos plazas | 2 ที่นั่ง
            三人位 | Three Seats | Ba chỗ | Tres plazas | 3 ที่นั่ง
        """),
        38,
    ),
    "tiers": Sizes(
        MEASURE,
        terms("""
            三层 | Three Tiers | Ba tầng | Tres niveles | 3 ชั้น
            四层 | Four Tiers | Bốn tầng | Cuatro niveles | 4 ชั้น
            五层 | Five Tiers | Năm tầng | Cinco niveles | 5 ชั้น
            六层 | Six Tiers | Sáu tầng | Seis niveles | 6 ชั้น
        """),
        20,
    ),
    "table": Sizes(SIZE, _same("60x60cm, 80x60cm, 100x60cm, 120x60cm"), 20),
    "seat_height": Sizes(SIZE, _same("30cm, 45cm, 65cm, 75cm"), 15),
    "version": Sizes(
        VERSION,
        terms("""
            标准款 | Standard | Bản tiêu chuẩn | Estándar | รุ่นมาตรฐาน
            升级款 | Upgraded | Bản nâng cấp | Mejorado | รุ่นอัปเกรด
            豪华款 | Deluxe | Bản cao cấp | De lujo | รุ่นดีลักซ์
        """),
        18,
    ),
    "pack": Sizes(
        MEASURE,
        terms("""
            单个装 | Single Pack | 1 cái | 1 unidad | 1 ชิ้น
            2个装 | Pack of 2 | Bộ 2 cái | Paquete de 2 | แพ็ก 2 ชิ้น
            5个装 | Pack of 5 | Bộ 5 cái | Paquete de 5 | แพ็ก 5 ชิ้น
        """),
        75,
    ),
    "gift": Sizes(
        MEASURE,
        terms("""
            袋装 | Bagged | Đóng túi | En bolsa | บรรจุถุง
            礼盒装 | Gift Box | Hộp quà | Caja de regalo | กล่องของขวัญ
        """),
        30,
    ),
    "brushes": Sizes(
        MEASURE,
        terms("""
            5支装 | Set of 5 | Bộ 5 cây | Juego de 5 | ชุด 5 ชิ้น
            8支装 | Set of 8 | Bộ 8 cây | Juego de 8 | ชุด 8 ชิ้น
            12支装 | Set of 12 | Bộ 12 cây | Juego de 12 | ชุด 12 ชิ้น
        """),
        35,
    ),
    "blocks": Sizes(
        MEASURE,
        terms("""
            100粒 | 100 Pieces | 100 mảnh | 100 piezas | 100 ชิ้น
            200粒 | 200 Pieces | 200 mảnh | 200 piezas | 200 ชิ้น
            500粒 | 500 Pieces | 500 mảnh | 500 piezas | 500 ชิ้น
            1000粒 | 1000 Pieces | 1000 mảnh | 1000 piezas | 1000 ชิ้น
        """),
        42,
    ),
    "phones": Sizes(
        MODEL,
        _same(
            "iPhone 17, iPhone 17 Pro, iPhone 17 Pro Max, iPhone 16, iPhone 16 Pro, iPhone 15, "
            "iPhone 15 Pro, Galaxy S25, Galaxy S24 Ultra, Redmi Note 14"
        ),
    ),
    "battery": Sizes(CAPACITY, _same("5000mAh, 10000mAh, 20000mAh, 30000mAh"), 28),
    "connection": Sizes(
        VERSION,
        terms("""
            有线版 | Wired | Có dây | Con cable | มีสาย
            无线2.4G | 2.4G Wireless | Không dây 2.4G | Inalámbrico 2.4G | ไร้สาย 2.4G
            蓝牙双模 | Bluetooth Dual Mode | Bluetooth hai chế độ | Bluetooth modo dual | บลูทูธสองโหมด
        """),
        20,
    ),
    "hammer": Sizes(WEIGHT, _same("0.25kg, 0.5kg, 0.75kg, 1kg"), 18),
    "inch": Sizes(
        MEASURE,
        terms("""
            6寸 | 6-inch | 6 inch | 6 pulgadas | 6 นิ้ว
            8寸 | 8-inch | 8 inch | 8 pulgadas | 8 นิ้ว
            10寸 | 10-inch | 10 inch | 10 pulgadas | 10 นิ้ว
            12寸 | 12-inch | 12 inch | 12 pulgadas | 12 นิ้ว
        """),
        18,
    ),
    "driver": Sizes(MEASURE, _same("PH1x75mm, PH2x100mm, SL5x100mm, SL6x150mm"), 9),
    "volt": Sizes(VERSION, _same("12V, 16.8V, 21V"), 22),
    "tape": Sizes(
        LENGTH,
        terms("""
            3米 | 3 m | 3 m | 3 m | 3 เมตร
            5米 | 5 m | 5 m | 5 m | 5 เมตร
            7.5米 | 7.5 m | 7,5 m | 7,5 m | 7.5 เมตร
            10米 | 10 m | 10 m | 10 m | 10 เมตร
        """),
        24,
    ),
    "ball_foot": Sizes(
        SIZE,
        terms("""
            3号 | Size 3 | Số 3 | N.º 3 | เบอร์ 3
            4号 | Size 4 | Số 4 | N.º 4 | เบอร์ 4
            5号 | Size 5 | Số 5 | N.º 5 | เบอร์ 5
        """),
        12,
    ),
    "ball_basket": Sizes(
        SIZE,
        terms("""
            5号 | Size 5 | Số 5 | N.º 5 | เบอร์ 5
            6号 | Size 6 | Số 6 | N.º 6 | เบอร์ 6
            7号 | Size 7 | Số 7 | N.º 7 | เบอร์ 7
        """),
        10,
    ),
    "kilo": Sizes(WEIGHT, _same("1kg, 2kg, 3kg, 5kg, 10kg"), 55),
    "people": Sizes(
        MEASURE,
        terms("""
            2人 | 2 Persons | 2 người | 2 personas | 2 คน
            3-4人 | 3-4 Persons | 3-4 người | 3-4 personas | 3-4 คน
            5-8人 | 5-8 Persons | 5-8 người | 5-8 personas | 5-8 คน
        """),
        38,
    ),
    "head": Sizes(SIZE, _same("S (50-54cm), M (54-58cm), L (58-62cm)")),
    "page": Sizes(SIZE, _same("A6, A5, B5, A4"), 28),
    "nib": Sizes(MEASURE, _same("EF 0.38mm, F 0.5mm, M 0.7mm")),
    "neck": Sizes(SIZE, _same("XS (20-30cm), S (25-40cm), M (30-48cm), L (40-60cm)"), 10),
    "cage": Sizes(SIZE, _same("30x23x39cm, 35x28x46cm, 47x36x68cm"), 38),
    "tank": Sizes(SIZE, _same("20x15x18cm, 30x18x23cm, 40x23x28cm, 60x30x38cm"), 55),
    "cat_tree": Sizes(SIZE, _same("60cm, 100cm, 140cm, 170cm"), 36),
    "scent": Sizes(
        SCENT,
        terms("""
            薰衣草 | Lavender | Oải hương | Lavanda | ลาเวนเดอร์
            玫瑰 | Rose | Hoa hồng | Rosa | กุหลาบ
            茉莉 | Jasmine | Hoa nhài | Jazmín | มะลิ
            海洋 | Ocean | Đại dương | Océano | โอเชียน
        """),
    ),
}
