// Where the public pages begin: the report and what has become of it. No router, no frame of the staff, and the device's own fonts.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ReportPage } from './features/intake/ReportPage.tsx';
import { StatusPage } from './features/intake/StatusPage.tsx';
import { startTheme } from './ui/theme.ts';
import { Toasts } from './ui/toast.tsx';
import './ui/tokens.css';
import './ui/base.css';
import './ui/print.css';
import { startLanguage, useLanguage } from './words/index.ts';

startLanguage();
startTheme();

const isStatus = /^\/report\/status\/?$/.test(window.location.pathname);
const client = new QueryClient({ defaultOptions: { mutations: { retry: false, networkMode: 'always' } } });
function Page() {
  // Whoever takes the other language in the middle of a report reads all of it in that, and what was typed stays.
  useLanguage();
  return isStatus ? <StatusPage /> : <ReportPage />;
}

const place = document.getElementById('root');
if (place)
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Page />
        <Toasts />
      </QueryClientProvider>
    </StrictMode>,
  );
