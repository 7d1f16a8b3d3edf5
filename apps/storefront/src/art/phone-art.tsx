export function PhoneArt() {
  return (
    <>
      <ellipse className="art-shadow" cx="120" cy="212" rx="62" ry="8" />
      <g transform="rotate(-7 120 120)">
        <rect className="art-ink" x="77" y="26" width="86" height="180" rx="18" />
        <rect className="art-screen" x="83" y="33" width="74" height="128" rx="11" />
        <circle className="art-clay" cx="132" cy="72" r="15" />
        <path
          className="art-celadon"
          d="M83 126c16-15 28-14 41-2 10 9 20 10 33 1v25a11 11 0 0 1-11 11H94a11 11 0 0 1-11-11Z"
        />
        <path
          className="art-deep"
          d="M83 146c18-9 31-7 44-1 11 5 20 4 30-1v6a11 11 0 0 1-11 11H94a11 11 0 0 1-11-11Z"
          opacity=".75"
        />
        <rect className="art-cream" x="94" y="46" width="22" height="4" rx="2" opacity=".9" />
        <rect className="art-cream" x="94" y="54" width="14" height="4" rx="2" opacity=".55" />
        <g className="art-line-soft">
          <path d="M97 176h8M116 176h8M135 176h8M97 188h8M116 188h8M135 188h8" />
        </g>
      </g>
    </>
  )
}
