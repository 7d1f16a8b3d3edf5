import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '.cache/vite',
  plugins: [react()],
  // Use the packages' source: no build between an edit and the page.
  resolve: { conditions: ['payple-source', ...defaultClientConditions] },
  optimizeDeps: {
    include: ['react', 'react-dom/client', 'react-router', 'react/jsx-runtime', 'react/jsx-dev-runtime'],
  },
  server: { fs: { deny: ['.env', '.env.*', '*.{crt,pem}', '**/.git/**', '**/*.db', '**/*.db-*', '**/server/**'] } },
  build: { target: 'es2022' },
})
