/** Small drawings for pages that have nothing to show. */
export function EmptyArt({ kind }: { readonly kind: 'bag' | 'paper' | 'lost' | 'unplugged' }) {
  return (
    <svg className="empty-art" viewBox="0 0 160 120" aria-hidden="true" focusable="false">
      <ellipse className="art-shadow" cx="80" cy="110" rx="52" ry="5" />
      {kind === 'bag' && (
        <>
          <path className="art-cream" d="M42 42h76l7 58a8 8 0 0 1-8 9H43a8 8 0 0 1-8-9Z" />
          <path className="art-shade" d="M42 42h76l1 9H41Z" />
          <path className="art-line-ink" d="M62 56V36a18 18 0 0 1 36 0v20" strokeWidth="4" />
        </>
      )}
      {kind === 'paper' && (
        <>
          <path className="art-cream" d="M48 12h64v90l-8-6-8 6-8-6-8 6-8-6-8 6-8-6-8 6Z" />
          <path className="art-line-soft-dark" d="M60 32h40M60 46h40M60 60h24" />
          <circle className="art-celadon" cx="98" cy="74" r="9" />
        </>
      )}
      {kind === 'lost' && (
        <>
          <circle className="art-paper" cx="72" cy="54" r="34" />
          <circle className="art-line-ink" cx="72" cy="54" r="34" fill="none" strokeWidth="5" />
          <path className="art-line-ink" d="M97 79l24 25" strokeWidth="8" />
          <path className="art-line-clay" d="M60 54h24" strokeWidth="4" />
        </>
      )}
      {kind === 'unplugged' && (
        <>
          <path className="art-line-ink" d="M4 70h36" strokeWidth="5" />
          <rect className="art-celadon" x="36" y="52" width="32" height="36" rx="8" />
          <path className="art-line-ink" d="M68 62h10M68 78h10" strokeWidth="5" />
          <rect className="art-cream" x="96" y="48" width="34" height="44" rx="8" />
          <path className="art-line-ink" d="M130 70h26" strokeWidth="5" />
          <path className="art-line-clay" d="M84 40l4 8M92 34l0 9M76 100l4-8" strokeWidth="3" />
        </>
      )}
    </svg>
  )
}
