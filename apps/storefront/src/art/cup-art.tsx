export function CupArt() {
  return (
    <>
      <ellipse className="art-shadow" cx="120" cy="206" rx="84" ry="8" />
      <path className="art-deep" d="M40 184h160c-6 14-24 20-44 20H84c-20 0-38-6-44-20Z" />
      <path className="art-celadon" d="M52 96h136c0 44-14 82-46 88H98c-32-6-46-44-46-88Z" />
      <path className="art-white" d="M66 106h12c0 34 10 60 26 74h-8c-18-8-30-38-30-74Z" opacity=".22" />
      <ellipse className="art-deep" cx="120" cy="96" rx="68" ry="15" />
      <ellipse className="art-wood" cx="120" cy="99" rx="58" ry="10" />
      <g className="art-line-soft-dark">
        <path d="M96 68c-8-10 6-16-2-27M122 62c-8-10 7-17 0-28M148 68c-8-10 6-16-2-27" />
      </g>
    </>
  )
}
