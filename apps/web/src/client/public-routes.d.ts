/** Method and path of each public route of intake, put in by the build (public-routes.ts). */
declare const PUBLIC_ROUTES: Readonly<Record<string, { readonly method: string; readonly path: string }>>;
