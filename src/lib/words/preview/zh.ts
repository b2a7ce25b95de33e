/** Text of the previews that chats show of a link. */
export const preview = {
  absent: '未披露',
  agency: (name: string, figures: string) => `${name}：${figures}。`,
  document: (agency: string, year: number, figures: string, tie: string, made: string) =>
    `${agency} ${year} 年，表中共 ${figures} 个数，逐格可查；核对 ${made} 处，${tie} 处相符。`,
};
