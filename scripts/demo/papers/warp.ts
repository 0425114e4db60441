export interface Corner {
  x: number;
  y: number;
}

/** Top left, top right, bottom right, bottom left, in pixels of the photograph. */
export type Corners = readonly [Corner, Corner, Corner, Corner];

/** Nine numbers, row by row, taking a photograph's pixel to a place on the sheet (0 to 1 each way). */
export type Projection = readonly number[];

/** Heckbert's square-to-quadrilateral mapping, turned round. */
export function projectionOnto(corners: Corners): Projection {
  const [a, b, c, d] = corners;
  const [dx1, dx2, sx] = [b.x - c.x, d.x - c.x, a.x - b.x + c.x - d.x];
  const [dy1, dy2, sy] = [b.y - c.y, d.y - c.y, a.y - b.y + c.y - d.y];
  const area = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / area;
  const h = (dx1 * sy - sx * dy1) / area;
  const [m0, m1, m2] = [b.x - a.x + g * b.x, d.x - a.x + h * d.x, a.x];
  const [m3, m4, m5] = [b.y - a.y + g * b.y, d.y - a.y + h * d.y, a.y];
  return [
    m4 - m5 * h,
    m2 * h - m1,
    m1 * m5 - m2 * m4,
    m5 * g - m3,
    m0 - m2 * g,
    m2 * m3 - m0 * m5,
    m3 * h - m4 * g,
    m1 * g - m0 * h,
    m0 * m4 - m1 * m3,
  ];
}
