/** The desk on the first page: a few of the goods in use. */
export function HeroArt() {
  return (
    <svg className="hero-art" viewBox="0 0 560 400" aria-hidden="true" focusable="false">
      <rect className="hero-wall" width="560" height="400" rx="28" />
      <g>
        <rect className="hero-window" x="308" y="44" width="176" height="190" rx="14" />
        <circle className="art-glow" cx="432" cy="104" r="26" />
        <path
          className="art-celadon"
          d="M308 190c34-34 62-30 88-6 26 22 54 24 88-8v44a14 14 0 0 1-14 14H322a14 14 0 0 1-14-14Z"
          opacity=".85"
        />
        <path
          className="art-deep"
          d="M308 214c40-20 70-16 96-4 28 12 52 10 80-4v14a14 14 0 0 1-14 14H322a14 14 0 0 1-14-14Z"
          opacity=".8"
        />
        <path className="hero-frame" d="M396 44v190M308 136h176" />
        <rect className="hero-frame-box" x="308" y="44" width="176" height="190" rx="14" />
      </g>
      <path className="hero-desk-back" d="M0 300h560v72a28 28 0 0 1-28 28H28a28 28 0 0 1-28-28Z" />
      <rect className="hero-desk" y="296" width="560" height="16" />
      <g transform="translate(70 92)">
        <circle className="art-glow" cx="62" cy="66" r="88" opacity=".4" />
        <circle className="art-paper" cx="62" cy="66" r="50" />
        <path className="art-line-warm" d="M18 46c28 8 60 8 88 0M12 68c32 8 68 8 100 0M18 90c28 8 60 8 88 0" />
        <rect className="art-wood" x="48" y="113" width="28" height="8" rx="3" />
        <rect className="art-wood-dark" x="58" y="121" width="8" height="72" />
        <path className="art-wood" d="M26 206c0-8 8-13 18-13h36c10 0 18 5 18 13Z" />
      </g>
      <g transform="translate(196 158)">
        <path className="art-stroke-deep" d="M26 96C6 96 10 72 5 58c-2-6-6-8-12-8" strokeWidth="8" />
        <path className="art-deep" d="M30 58h52l14 72a9 9 0 0 1-9 10H25a9 9 0 0 1-9-10Z" />
        <path className="art-stroke-ink" d="M86 68c26-3 36 8 34 26-1 14-10 22-22 23" strokeWidth="8" />
        <rect className="art-celadon" x="27" y="50" width="58" height="9" rx="4.5" />
        <path className="art-wood" d="M49 41a7 7 0 0 1 14 0v9H49Z" />
      </g>
      <g transform="translate(352 246)">
        <path className="art-cream" d="M0 10h50c0 28-8 42-25 42S0 38 0 10Z" />
        <ellipse className="art-wood-dark" cx="25" cy="11" rx="22" ry="4.5" />
        <path className="art-line-soft-dark" d="M18-4c-5-7 4-11 0-18M32-6c-5-7 4-11 0-18" />
      </g>
      <g transform="translate(440 222)">
        <rect className="art-wood" width="66" height="76" rx="13" />
        <rect className="art-wool" x="9" y="9" width="48" height="58" rx="8" />
        <circle className="art-ink" cx="33" cy="46" r="14" opacity=".9" />
        <circle className="art-grey" cx="33" cy="46" r="7" />
        <circle className="art-ink" cx="33" cy="21" r="6" opacity=".9" />
      </g>
    </svg>
  )
}
