/** How a result comes back in layer and tab mode (docs/protocol/domestic.md sections 3.6 and 3.7). */
export const RESULT: string = String.raw`
var PaypleCpayPayResult = function (result, callback) {
  if (callback) {
    MainBodyAction("close");
    callback(result);
    return;
  }
  var inputs = "";
  for (var name in result) inputs += '<input type="hidden" name="' + name + '" value="' + result[name] + '">';
  var form = document.createElement("form");
  form.method = "post";
  form.action = result.PCD_RST_URL;
  form.innerHTML = inputs;
  document.body.appendChild(form);
  form.submit();
};

(function () {
  var listen = function () {
    window.addEventListener("resize", function () {
      screen_height = window.innerHeight;
      cpay_ifr_height = Math.min(cpay_ifr_windowHeight || cpay_ifr_height, screen_height);
      cpay_ifr_top = (screen_height - cpay_ifr_height) / 2;
      layer_ifr_resize();
    });
    // Neither origin nor source is checked, and a script that is included twice listens twice.
    window.addEventListener("message", function (event) {
      var message = event.data || {};
      if (message.type == "close") {
        MainBodyAction("close");
        cPayData.PCD_PAY_RST = "close";
        cPayData.PCD_PAY_MSG = "결제를 종료하였습니다.";
        PaypleCpayPayResult(cPayData, cPayData.callbackFunction);
      } else if (message.type == "pay_result") {
        PaypleCpayPayResult(message.data, cPayData.callbackFunction);
      } else if (message.type == "resize") {
        cpay_ifr_windowHeight = message.data;
        cpay_ifr_height = Math.min(message.data, screen_height);
        cpay_ifr_top = (screen_height - cpay_ifr_height) / 2;
        layer_ifr_resize();
      }
    });
  };
  if (document.readyState == "loading") document.addEventListener("DOMContentLoaded", listen);
  else setTimeout(listen, 0);
})();
`
