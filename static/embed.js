// Sets the height of frames that show a view of Mingzhang to what each reports. Takes messages from its own origin only
// and changes nothing but the height of <iframe data-mingzhang-embed>.
(function () {
  var origin = new URL(document.currentScript.src).origin;
  function frames() {
    return Array.prototype.slice.call(document.querySelectorAll('iframe[data-mingzhang-embed]'));
  }
  addEventListener('message', function (event) {
    var data = event.data;
    if (event.origin !== origin || !data || data.type !== 'mingzhang-embed-height') return;
    var height = Math.ceil(Number(data.height));
    if (!(height > 0 && height <= 20000)) return;
    frames().forEach(function (frame) {
      if (frame.contentWindow === event.source) frame.height = height;
    });
  });
  // Frames that were there before this script have reported already.
  frames().forEach(function (frame) {
    if (frame.contentWindow) frame.contentWindow.postMessage({ type: 'mingzhang-embed-ask' }, origin);
  });
})();
