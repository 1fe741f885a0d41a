import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { preact } from '@preact/preset-vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/** Where `npm run dev` finds a running realtime-api. */
const api = process.env.API_URL ?? 'http://localhost:3000'

export default defineConfig({
  plugins: [
    preact(),
    tailwindcss(),
    compressed(),
    VitePWA({
      registerType: 'autoUpdate',
      // A file of its own: the content security policy lets no inline script run.
      injectRegister: 'script-defer',
      includeAssets: ['icon.svg', 'apple-touch-icon.png'],
      workbox: { navigateFallbackDenylist: [/^\/api\//, /^\/(metrics|healthz|readyz)$/] },
      manifest: {
        name: 'ErrorSense',
        short_name: 'ErrorSense',
        description: 'Learns what is normal in your logs and says in one sentence when something is not.',
        theme_color: '#0d0e12',
        background_color: '#0d0e12',
        display: 'standalone',
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
    }),
  ],
  build: { target: 'es2022' },
  server: { proxy: { '/api': { target: api, ws: true } } },
})

/** Scripts and styles beside themselves in a third of the size; realtime-api sends what the browser can read. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    async writeBundle({ dir = '' }, bundle) {
      for (const file of Object.values(bundle)) {
        if (!/\.(js|css)$/.test(file.fileName)) continue
        const content = file.type === 'chunk' ? file.code : file.source
        await writeFile(join(dir, `${file.fileName}.br`), brotliCompressSync(content))
        await writeFile(join(dir, `${file.fileName}.gz`), gzipSync(content))
      }
    },
  }
}
