// Runs before the first paint: the remembered theme, and the mark that scripts run at all.
document.documentElement.classList.add('js');
try {
  var theme = localStorage.getItem('mingzhang.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch (e) {
  // Storage may be forbidden; the system's theme stands.
}
