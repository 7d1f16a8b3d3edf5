/** A bowl and one grain of rice: 담백하다, plain in a good way. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <path className="logo__bowl" d="M3 12h22c0 8-4.500 13-11 13S3 20 3 12Z" />
      <circle className="logo__grain" cx="14" cy="6" r="2.600" />
    </svg>
  )
}
