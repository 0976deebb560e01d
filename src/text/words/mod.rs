//! stub
pub fn fill(template: &str, details: &[(&'static str, String)]) -> String {
    let mut text = template.to_string();
    for (name, value) in details { text = text.replace(&format!("{{{name}}}"), value); }
    text
}
