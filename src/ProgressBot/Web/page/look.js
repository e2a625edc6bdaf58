import { textAsMarkup } from '/text.js';
import { word } from '/words.js';

const FONT = "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";
const INK = '#1c2733', QUIET = '#66758a', ACCENT = '#2457d6', LINE = '#e3e8ef';

// What a picker offers; the server decides by content.
const FILES = '.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.wps,.et,.dps,.ofd,.txt,.csv,.zip,.rar,.7z,image/*,video/mp4,audio/*';

const styleOptions = {
  accent: ACCENT,
  backgroundColor: 'transparent',
  primaryFont: FONT,
  monospaceFont: FONT,
  subtle: QUIET,
  paddingRegular: 14,
  paddingWide: 20,
  bubbleBackground: '#ffffff',
  bubbleBorderColor: LINE,
  bubbleBorderRadius: 14,
  bubbleBorderWidth: 1,
  bubbleTextColor: INK,
  bubbleMaxWidth: 560,
  bubbleAttachmentMaxWidth: 560,
  bubbleMinHeight: 42,
  bubbleFromUserBackground: '#dfe9ff',
  bubbleFromUserBorderColor: '#d0defc',
  bubbleFromUserBorderRadius: 14,
  bubbleFromUserBorderWidth: 1,
  bubbleFromUserTextColor: INK,
  groupTimestamp: 5 * 60 * 1000,
  timestampFormat: 'absolute',
  timestampColor: QUIET,
  suggestedActionLayout: 'flow',
  suggestedActionBackgroundColor: '#ffffff',
  suggestedActionBackgroundColorOnHover: '#eef3ff',
  suggestedActionBackgroundColorOnActive: '#e0e9ff',
  suggestedActionBorderColor: '#b9caf5',
  suggestedActionBorderRadius: 20,
  suggestedActionBorderWidth: 1,
  suggestedActionTextColor: ACCENT,
  suggestedActionHeight: 40,
  sendBoxBackground: '#ffffff',
  sendBoxTextColor: INK,
  sendBoxPlaceholderColor: QUIET,
  sendBoxButtonColor: ACCENT,
  sendBoxButtonShadeBorderRadius: 10,
  sendBoxHeight: 52,
  sendBoxMaxHeight: 160,
  sendBoxTextWrap: true,
  sendBoxBorderTop: 'none',
  hideUploadButton: false,
  uploadAccept: FILES,
  uploadMultiple: true,
  enableUploadThumbnail: false,
  sendAttachmentOn: 'attach',
  scrollToEndButtonBehavior: 'unread',
  transcriptActivityVisualKeyboardIndicatorWidth: 0,
};

// Cards in the page's own colours and sizes; the renderer draws them without our style sheet.
const adaptiveCardsHostConfig = {
  fontFamily: FONT,
  spacing: { small: 6, default: 10, medium: 14, large: 18, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: LINE },
  fontSizes: { small: 13, default: 15, medium: 16, large: 18, extraLarge: 22 },
  containerStyles: {
    default: {
      backgroundColor: '#ffffff',
      foregroundColors: { default: { default: INK, subtle: QUIET }, accent: { default: ACCENT, subtle: ACCENT } },
    },
  },
  actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left', spacing: 'default' },
};

const words = {
  TEXT_INPUT_PLACEHOLDER: word('talk.placeholder'),
  TEXT_INPUT_SEND_BUTTON_ALT: word('talk.send'),
  TEXT_INPUT_UPLOAD_BUTTON_ALT: word('talk.add_file'),
};

// The looks and words of the chat component.
export function look(locale) {
  return {
    locale: locale?.startsWith('en') ? 'en-US' : 'zh-CN',
    styleOptions,
    adaptiveCardsHostConfig,
    overrideLocalizedStrings: strings => ({ ...strings, ...words }),
    renderMarkdown: textAsMarkup,
    sendTypingIndicator: false,
  };
}
