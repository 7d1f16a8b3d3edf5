import type { Preview } from '@storybook/react-vite'
import { mswLoader } from 'msw-storybook-addon/csf3'
import '@payple-kit/react/styles.css'
import './preview.css'

const preview: Preview = {
  loaders: [mswLoader()],
  parameters: {
    a11y: { test: 'error' },
    layout: 'centered',
    options: { storySort: { order: ['Start here', 'Button', 'Payment', 'Landing page'] } },
  },
  globalTypes: {
    locale: {
      description: 'Language of the buyer',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: [
          { value: 'ko', title: '한국어' },
          { value: 'en', title: 'English' },
        ],
        dynamicTitle: true,
      },
    },
    theme: {
      description: 'Light or dark page',
      toolbar: {
        title: 'Theme',
        icon: 'mirror',
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { locale: 'ko', theme: 'light' },
  decorators: [
    (Story, { globals }) => {
      const theme = globals['theme'] === 'dark' ? 'dark' : 'light'
      return (
        <div className="playground" data-theme={theme} lang={globals['locale'] === 'en' ? 'en' : 'ko'}>
          <Story />
        </div>
      )
    },
  ],
}

export default preview
