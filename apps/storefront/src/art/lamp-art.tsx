export function LampArt() {
  return (
    <>
      <circle className="art-glow" cx="120" cy="92" r="92" opacity=".35" />
      <circle className="art-glow" cx="120" cy="92" r="74" opacity=".45" />
      <ellipse className="art-shadow" cx="120" cy="214" rx="62" ry="7" />
      <circle className="art-paper" cx="120" cy="92" r="54" />
      <g className="art-line-warm">
        <path d="M72 68c30 9 66 9 96 0M66 92c34 8 74 8 108 0M72 116c30 8 66 8 96 0" />
        <path d="M120 38c-22 16-32 34-32 54s10 40 32 54M120 38c22 16 32 34 32 54s-10 40-32 54" opacity=".6" />
      </g>
      <rect className="art-wood" x="104" y="142" width="32" height="9" rx="3" />
      <rect className="art-wood-dark" x="116" y="151" width="8" height="44" />
      <path className="art-wood" d="M82 206c0-8 8-13 18-13h40c10 0 18 5 18 13v3H82Z" />
    </>
  )
}
