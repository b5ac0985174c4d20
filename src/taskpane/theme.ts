import { useEffect, useState } from 'react';
import { createTheme, type ITheme } from 'office-ui-fabric-react/lib/Styling';

const fonts = {
  defaultFontStyle: {
    fontFamily: "'Segoe UI', system-ui, -apple-system, Roboto, 'Helvetica Neue', sans-serif",
  },
};

const LIGHT: ITheme = createTheme({
  ...fonts,
  palette: {
    themePrimary: '#0b5c7a',
    themeLighterAlt: '#f0f7fa',
    themeLighter: '#cde4ee',
    themeLight: '#a3cde0',
    themeTertiary: '#559bb9',
    themeSecondary: '#1f6c8b',
    themeDarkAlt: '#0a536e',
    themeDark: '#08465d',
    themeDarker: '#063345',
    neutralTertiary: '#767676',
    neutralSecondary: '#4a5058',
  },
});

const DARK: ITheme = createTheme({
  ...fonts,
  isInverted: true,
  palette: {
    themePrimary: '#7cc9e8',
    themeLighterAlt: '#05080a',
    themeLighter: '#143441',
    themeLight: '#255a6f',
    themeTertiary: '#4aa3c7',
    themeSecondary: '#6bbcdd',
    themeDarkAlt: '#8ad0ec',
    themeDark: '#9ed9f0',
    themeDarker: '#bae5f6',
    neutralLighterAlt: '#252423',
    neutralLighter: '#2d2c2b',
    neutralLight: '#3b3a39',
    neutralQuaternaryAlt: '#484644',
    neutralQuaternary: '#525050',
    neutralTertiaryAlt: '#6f6d6b',
    neutralTertiary: '#a8a6a4',
    neutralSecondary: '#d2d0ce',
    neutralPrimaryAlt: '#e1dfdd',
    neutralPrimary: '#f3f2f1',
    neutralDark: '#faf9f8',
    black: '#ffffff',
    white: '#1b1a19',
  },
  semanticColors: {
    primaryButtonText: '#10222a',
    primaryButtonTextHovered: '#10222a',
    primaryButtonTextPressed: '#10222a',
    errorText: '#ff9b9f',
  },
});

const DARK_QUERY = '(prefers-color-scheme: dark)';

/** What Office says about its theme; null where the system decides. */
export interface BrightnessSource {
  get(): 'light' | 'dark' | null;
}

/** The theme Office or else the system asks for, also when that changes while the page is open. */
export function useTheme(office: BrightnessSource | null = null): ITheme {
  const [isDark, setDark] = useState(() => window.matchMedia(DARK_QUERY).matches);
  useEffect(() => {
    const query = window.matchMedia(DARK_QUERY);
    const follow = (): void => setDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  const brightness = office?.get() ?? null;
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (brightness === null) delete dataset['theme'];
    else dataset['theme'] = brightness;
  }, [brightness]);
  return (brightness === null ? isDark : brightness === 'dark') ? DARK : LIGHT;
}
