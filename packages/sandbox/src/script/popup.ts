/**
 * Builds the form and opens the window (docs/protocol/domestic.md sections 3.2, 3.4 and 3.5). Called with one argument
 * it uses `PCD_PAY_URL`, as the pages of 2021-22 did; like there, no layer may exist yet.
 */
export const POPUP: string = String.raw`
var PaypleCpayPopup = function (obj, return_url) {
  cPayData = obj;
  obj.PCD_HTTP_REFERER = http_referer;
  if (obj.PCD_PAY_WORK == "CERT" || obj.PCD_PAY_WORK == "PAY") {
    if (isNaN(obj.PCD_PAY_TOTAL)) {
      alert("결제금액 형식이 바르지 않습니다.");
      return false;
    }
    var total = cpay_val_to_int(obj.PCD_PAY_TOTAL);
    var minimum = obj.PCD_PAY_TYPE == "card" ? 100 : 1000;
    if (total < minimum) {
      alert("결제금액은 " + (minimum == 100 ? "100" : "1,000") + "원 이상 이어야 합니다.");
      return false;
    }
    obj.PCD_PAY_TOTAL = total;
  }

  var inputs = "";
  for (var name in obj) {
    var value = obj[name];
    if (name == "PCD_PAY_GOODS") {
      value = value.replace("&", "&amp;").replace("#", "&#35;").replace("<", "&lt;").replace(">", "&gt;")
        .replace(/"/g, "&quot;").replace("\\", "&#92;").replace("%", "&#37;").replace("(", "&#40;")
        .replace(")", "&#41;").replace("+", "&#43;").replace("/", "&#47;").replace(".", "&#46;");
    }
    inputs += '<input type="hidden" name="' + name + '" value="' + value + '">';
  }
  var form = document.createElement("form");
  form.id = "CpayForm";
  form.method = "post";
  form.action = return_url || obj.PCD_PAY_URL;
  form.innerHTML = inputs;

  if (!obj.PCD_RST_URL) obj.PCD_RST_URL = "";
  var direct = obj.PCD_RST_URL.indexOf("http://") != -1 || obj.PCD_RST_URL.indexOf("https://") != -1;
  var popup = null;
  if (!direct && deviceAgent.match(/(iphone|ipod|ipad|android)/)) {
    popup = window.open("", "cpayWinOpen", "width:450px,height:100%,toolbars=no,menubars=no,status=no,resizable=no,location=no");
    if (popup == null) {
      alert(" 팝업이 차단되어 결제를 진행할 수 없습니다. \r\n 폰 설정에서 팝업차단을 풀어주세요. ");
      return false;
    }
    form.target = "cpayWinOpen";
  } else if (!direct) {
    form.target = "cpay_ifr";
  }
  document.body.appendChild(form);
  if (__EMBEDDED__) {
    // A service worker answers fetch but no navigation, so the page is fetched and written where the form would go.
    fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) })
      .then(function (response) { return response.text(); })
      .then(function (page) {
        if (popup) { popup.document.open(); popup.document.write(page); popup.document.close(); }
        else document.getElementById("cpay_ifr").srcdoc = page;
      });
  } else {
    form.submit();
  }
  if (!popup && (!direct || __EMBEDDED__)) layer_ifr_resize();
  form.remove();
};
`
