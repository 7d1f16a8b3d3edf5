/** Key widths per row; together every row is 13 units wide. */
const ROWS: readonly (readonly number[])[] = [
  [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2],
  [1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.5],
  [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2],
  [1.5, 1.5, 6, 1, 1, 1, 1],
]
const UNIT = 14

export function KeyboardArt() {
  return (
    <g transform="rotate(-8 120 124)">
      <rect className="art-shadow" x="20" y="82" width="204" height="92" rx="14" />
      <rect className="art-deep" x="18" y="74" width="204" height="92" rx="14" />
      <rect className="art-celadon" x="18" y="70" width="204" height="88" rx="14" />
      {ROWS.map((row, y) =>
        row.map((width, x) => {
          const left = 29 + row.slice(0, x).reduce((sum, w) => sum + w, 0) * UNIT
          const accent = (y === 0 && x === 0) || (y === 2 && x === row.length - 1)
          return (
            <g key={`${y}-${x}`}>
              <rect
                className={accent ? 'art-clay-dark' : 'art-shade-solid'}
                x={left}
                y={81 + y * 17}
                width={width * UNIT - 2.5}
                height="14"
                rx="3.5"
              />
              <rect
                className={accent ? 'art-clay' : 'art-cream'}
                x={left + 0.8}
                y={80 + y * 17}
                width={width * UNIT - 4.1}
                height="11.5"
                rx="3"
              />
            </g>
          )
        }),
      )}
    </g>
  )
}
