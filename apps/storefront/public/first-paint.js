// Runs before the first paint. Keys and values are those of src/i18n/locale-store.ts and src/theme/theme-store.ts.
;(function () {
  var root = document.documentElement
  var read = function (key) {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  var theme = read('shop-theme')
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  }
  root.dataset.theme = theme
  var locale = read('shop-locale')
  if (locale !== 'ko' && locale !== 'en') locale = /^(ko\b|$)/i.test(navigator.language) ? 'ko' : 'en'
  root.lang = locale
})()
