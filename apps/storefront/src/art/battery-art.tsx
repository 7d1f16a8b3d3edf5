export function BatteryArt() {
  return (
    <>
      <ellipse className="art-shadow" cx="122" cy="186" rx="76" ry="10" />
      <path className="art-stroke-ink" d="M180 96c16-24 4-46-18-48-20-2-34 12-58 6" />
      <rect className="art-ink" x="78" y="44" width="28" height="19" rx="5" transform="rotate(14 92 53)" />
      <rect className="art-grey" x="66" y="44" width="13" height="13" rx="2" transform="rotate(14 92 53)" />
      <path className="art-grey" d="M48 140c-4-34 28-58 74-58s76 20 74 54c-2 30-34 48-76 48s-69-16-72-44Z" />
      <path className="art-cream" d="M50 132c0-30 30-52 72-52s72 20 72 50c0 28-32 44-74 44s-70-14-70-42Z" />
      <path className="art-line-white" d="M74 112c10-14 28-20 46-20" />
      <g className="art-celadon">
        <circle cx="104" cy="146" r="4" />
        <circle cx="117" cy="148" r="4" />
        <circle cx="130" cy="148" r="4" />
      </g>
      <circle className="art-shade-solid" cx="143" cy="146" r="4" />
    </>
  )
}
