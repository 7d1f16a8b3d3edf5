export function EarbudsArt() {
  return (
    <>
      <ellipse className="art-shadow" cx="120" cy="206" rx="74" ry="8" />
      <path className="art-cream" d="M62 128h116v36a38 38 0 0 1-38 38h-40a38 38 0 0 1-38-38Z" />
      <path className="art-shade" d="M62 128h116v12H62Z" />
      <path className="art-white" d="M66 124c0-40 20-66 54-66s54 26 54 66Z" opacity=".75" />
      <path className="art-shade" d="M78 124c0-32 16-54 42-54s42 22 42 54Z" />
      <circle className="art-clay" cx="120" cy="166" r="4" />
      <g>
        <path className="art-white" d="M88 122V96a15 15 0 1 1 22-13c0 7-4 12-9 14v25Z" />
        <circle className="art-ink" cx="95" cy="84" r="5.5" />
        <path className="art-white" d="M152 122V96a15 15 0 1 0-22-13c0 7 4 12 9 14v25Z" />
        <circle className="art-ink" cx="145" cy="84" r="5.5" />
      </g>
      <g className="art-line-deep" opacity=".55">
        <path d="M44 66c-8 12-8 26 0 38M196 66c8 12 8 26 0 38" />
        <path d="M31 56c-13 20-13 42 0 60M209 56c13 20 13 42 0 60" opacity=".5" />
      </g>
    </>
  )
}
