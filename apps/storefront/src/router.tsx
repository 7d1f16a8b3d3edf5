import { createBrowserRouter } from 'react-router'
import { CheckoutLayout } from './checkout/checkout-layout.tsx'
import { Layout } from './components/layout.tsx'
import { PageSkeleton } from './components/skeleton.tsx'
import { CardsPage } from './pages/cards-page.tsx'
import { CardsReturnPage } from './pages/cards-return-page.tsx'
import { CartPage } from './pages/cart-page.tsx'
import { CheckoutPage } from './pages/checkout-page.tsx'
import { CrashPage } from './pages/crash-page.tsx'
import { FailedPage } from './pages/failed-page.tsx'
import { HomePage } from './pages/home-page.tsx'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { OrderPage } from './pages/order-page.tsx'
import { OrdersPage } from './pages/orders-page.tsx'
import { PaidPage } from './pages/paid-page.tsx'
import { PayPage } from './pages/pay-page.tsx'
import { ProductPage } from './pages/product-page.tsx'
import { ReturnPage } from './pages/return-page.tsx'
import { SubscriptionPage } from './pages/subscription-page.tsx'

export const router = createBrowserRouter([
  {
    element: <Layout />,
    errorElement: <CrashPage />,
    children: [
      { index: true, element: <HomePage /> },
      { path: 'products/:id', element: <ProductPage /> },
      { path: 'cart', element: <CartPage /> },
      {
        path: 'checkout',
        element: <CheckoutLayout />,
        children: [
          { index: true, element: <CheckoutPage /> },
          { path: 'return', element: <ReturnPage /> },
          { path: ':id', element: <PayPage /> },
        ],
      },
      { path: 'orders', element: <OrdersPage /> },
      { path: 'orders/:id', element: <OrderPage /> },
      { path: 'orders/:id/paid', element: <PaidPage /> },
      {
        element: <CheckoutLayout />,
        children: [
          { path: 'orders/:id/failed', element: <FailedPage /> },
          { path: 'cards', element: <CardsPage /> },
          { path: 'cards/return', element: <CardsReturnPage /> },
          { path: 'subscription', element: <SubscriptionPage /> },
        ],
      },
      {
        path: 'admin',
        // While its pages are on their way, at the first load of such an address.
        hydrateFallbackElement: <PageSkeleton />,
        // Buyers do not load what only the shop's people see.
        lazy: async () => ({ Component: (await import('./admin/admin-layout.tsx')).AdminLayout }),
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./admin/payments-page.tsx')).PaymentsPage }) },
          {
            path: 'payments/:orderId',
            lazy: async () => ({ Component: (await import('./admin/payment-page.tsx')).PaymentPage }),
          },
          {
            path: 'attention',
            lazy: async () => ({ Component: (await import('./admin/attention-page.tsx')).AttentionPage }),
          },
        ],
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
])
