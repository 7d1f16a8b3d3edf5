const HOURS = Array.from({ length: 12 }, (_, hour) => hour * 30)

export function ClockArt() {
  return (
    <>
      <ellipse className="art-shadow" cx="120" cy="208" rx="70" ry="8" />
      <path className="art-wood-dark" d="M96 196l-12 12h72l-12-12Z" />
      <circle className="art-wood" cx="120" cy="118" r="86" />
      <circle className="art-wood-dark" cx="120" cy="118" r="76" opacity=".5" />
      <circle className="art-paper" cx="120" cy="118" r="72" />
      <g className="art-line-ink">
        {HOURS.map((angle) => (
          <path
            key={angle}
            d={angle % 90 === 0 ? 'M120 54v11' : 'M120 55v6'}
            transform={`rotate(${angle} 120 118)`}
            opacity={angle % 90 === 0 ? 1 : 0.5}
          />
        ))}
        <path d="M120 118V82" strokeWidth="6" transform="rotate(-58 120 118)" />
        <path d="M120 118V68" strokeWidth="4" transform="rotate(58 120 118)" />
      </g>
      <path className="art-line-clay" d="M120 132V62" transform="rotate(150 120 118)" />
      <circle className="art-clay" cx="120" cy="118" r="5" />
    </>
  )
}
