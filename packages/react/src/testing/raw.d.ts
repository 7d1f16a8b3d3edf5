declare module '*?raw' {
  const source: string
  // oxlint-disable-next-line import/no-default-export -- Vite's own shape
  export default source
}
