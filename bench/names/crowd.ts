import { Random } from '../../scripts/largeExample/random.js';
import type { Operation } from '../../src/store/changeset.js';
import { entitiesOf } from './cases.js';

const FAMILIES =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Sok Chea Kim Wang Li Zhang Liu Chen Martin Bernard Dubois Petit Garcia Smith'.split(
    ' ',
  );
const MIDDLES =
  'Văn Thị Hữu Đức Minh Quang Thanh Ngọc Xuân Anh Thu Kim Hồng Phú Vinh Jean Marie Paul Luc Anne Wei Xiao Jian Ming'.split(
    ' ',
  );
const SYLLABLES =
  'an bao bich binh cam chau chi cuong dai dao dat diep dong dung gia giang hai han hanh hien hieu hoa hong hue hung huong khai khanh khoa kien lam lan lien linh loan loc long mai man my nam nga nghia nhan nhi nhung oanh phong phuc phuong quan quyen sang son tam tan thang thao thi thinh thuy tien toan trang tri trung tuan tung uyen van viet xuan yen'.split(
    ' ',
  );

/** So many people with names as common as in life, and one hospital in ten. The same for the same number. */
export function* crowd(count: number): Generator<Operation[]> {
  const random = new Random(1);
  const any = (list: readonly string[]) => list[random.below(list.length)] ?? '';
  const batch = 2_000;
  for (let start = 0; start < count; start += batch) {
    yield entitiesOf(
      Array.from({ length: Math.min(batch, count - start) }, (_, offset) => {
        const index = start + offset;
        const given = `${any(SYLLABLES)}${index % 3 === 0 ? ` ${any(SYLLABLES)}` : ''}`;
        return index % 10 === 0
          ? {
              key: `hospital/crowd-${index}`,
              kind: 'Hospital',
              names: [{ text: `Bệnh viện đa khoa ${any(SYLLABLES)} ${any(SYLLABLES)} ${index % 97}` }],
              queries: [],
            }
          : {
              key: `doctor/crowd-${index}`,
              kind: 'Doctor',
              names: [{ text: `${any(FAMILIES)} ${any(MIDDLES)} ${given}` }],
              queries: [],
            };
      }),
    );
  }
}
