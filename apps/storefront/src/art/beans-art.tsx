export function BeansArt() {
  return (
    <>
      <ellipse className="art-shadow" cx="118" cy="214" rx="80" ry="8" />
      <path className="art-wood" d="M66 62h88l10 138a12 12 0 0 1-12 13H68a12 12 0 0 1-12-13Z" />
      <path className="art-wood-dark" d="M66 62h88l1.6 22H64.4Z" opacity=".55" />
      <rect className="art-wood-dark" x="62" y="48" width="96" height="18" rx="5" />
      <rect className="art-cream" x="78" y="106" width="64" height="70" rx="8" />
      <circle className="art-celadon" cx="110" cy="132" r="15" />
      <path className="art-line-ink" d="M110 120c-6 8 6 15 0 24" fill="none" strokeWidth="3.5" />
      <path className="art-line-soft-dark" d="M90 160h40" />
      <g>
        <ellipse className="art-clay-dark" cx="180" cy="200" rx="15" ry="11" transform="rotate(-18 180 200)" />
        <path className="art-line-ink" d="M168 205c8-2 14-8 23-9" fill="none" strokeWidth="3" opacity=".6" />
        <ellipse className="art-clay-dark" cx="204" cy="206" rx="12" ry="9" transform="rotate(24 204 206)" />
        <path className="art-line-ink" d="M195 202c6 4 12 4 18 8" fill="none" strokeWidth="3" opacity=".6" />
        <ellipse className="art-clay-dark" cx="40" cy="206" rx="13" ry="9.5" transform="rotate(12 40 206)" />
        <path className="art-line-ink" d="M30 203c7 4 13 3 20 6" fill="none" strokeWidth="3" opacity=".6" />
      </g>
    </>
  )
}
