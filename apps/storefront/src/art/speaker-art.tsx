export function SpeakerArt() {
  return (
    <>
      <ellipse className="art-shadow" cx="120" cy="212" rx="68" ry="8" />
      <rect className="art-wood" x="62" y="34" width="116" height="174" rx="22" />
      <g className="art-line-wood">
        <path d="M70 60c0 40-2 90 0 126M78 42c2 50-2 110 1 160M162 42c-2 50 2 110-1 160M170 60c0 40 2 90 0 126" />
      </g>
      <rect className="art-wool" x="78" y="50" width="84" height="142" rx="14" />
      <circle className="art-ink" cx="120" cy="140" r="34" opacity=".9" />
      <circle className="art-grey" cx="120" cy="140" r="25" />
      <circle className="art-ink" cx="120" cy="140" r="10" />
      <circle className="art-ink" cx="120" cy="80" r="15" opacity=".9" />
      <circle className="art-grey" cx="120" cy="80" r="7" />
      <circle className="art-ochre" cx="150" cy="180" r="3" />
    </>
  )
}
