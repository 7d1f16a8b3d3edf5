export function KettleArt() {
  return (
    <>
      <ellipse className="art-shadow" cx="116" cy="210" rx="76" ry="8" />
      <rect className="art-ink" x="62" y="194" width="108" height="14" rx="7" />
      <path className="art-stroke-deep" d="M78 150c-26 0-22-30-28-52-2-8-8-12-16-11" />
      <path className="art-deep" d="M84 92h64l18 88a12 12 0 0 1-12 14H78a12 12 0 0 1-12-14Z" />
      <path className="art-white" d="M92 100h10l-14 86h-10a6 6 0 0 1-5-7Z" opacity=".16" />
      <path className="art-stroke-ink" d="M154 104c32-4 46 10 44 32-1 18-12 28-28 30" />
      <rect className="art-celadon" x="80" y="82" width="72" height="11" rx="5.5" />
      <path className="art-wood" d="M108 70a8 8 0 0 1 16 0v12h-16Z" />
      <circle className="art-ochre" cx="152" cy="201" r="3" />
      <g className="art-line-soft-dark">
        <path d="M30 74c-6-8 4-13-1-21M44 70c-6-8 5-14 0-23" />
      </g>
    </>
  )
}
