<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en">
<context>
    <name>ekatra::ui::EmptySearch</name>
    <message>
        <source>Search for: %1</source>
        <translation>खोजें: %1</translation>
    </message>
    <message>
        <source>Search by name, FIR, mobile, vehicle or village</source>
        <translation>नाम, FIR, मोबाइल, गाड़ी या गांव से खोजें</translation>
    </message>
    <message>
        <source>Hindi or English, any spelling. Results come while you type.</source>
        <translation>हिंदी या अंग्रेजी, जैसे भी लिखें। लिखते ही नतीजे आने लगते हैं।</translation>
    </message>
    <message>
        <source>section 303(2)</source>
        <translation>धारा 303(2)</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>जैसे</translation>
    </message>
    <message>
        <source>ramesh gohana</source>
        <translation>रमेश गोहाना</translation>
    </message>
    <message>
        <source>Searched before</source>
        <translation>पहले खोजा</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>“%1” नहीं मिला</translation>
    </message>
    <message>
        <source>Write a part of the name or one word less, or look at all kinds.</source>
        <translation>नाम का हिस्सा लिखें या एक शब्द कम करें, या सभी प्रकार देखें।</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::FactList</name>
    <message>
        <source>People</source>
        <translation>लोग</translation>
    </message>
    <message>
        <source>age %1</source>
        <translation>उम्र %1</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>माल</translation>
    </message>
    <message>
        <source>Known to</source>
        <translation>किस-किस के पास</translation>
    </message>
    <message>
        <source>first seen %1 · last %2</source>
        <translation>पहली बार %1 · आखिरी बार %2</translation>
    </message>
    <message>
        <source>Only this workstation holds it so far.</source>
        <translation>अभी केवल इसी कंप्यूटर पर है।</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::Format</name>
    <message>
        <source>Here</source>
        <translation>यहां</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>ड्राफ्ट</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>भेजना बाकी</translation>
    </message>
    <message>
        <source>Accepted by the centre</source>
        <translation>केंद्र में मंजूर</translation>
    </message>
    <message>
        <source>Refused by the centre</source>
        <translation>केंद्र से नामंजूर</translation>
    </message>
    <message>
        <source>Changed here and at the centre</source>
        <translation>यहां भी बदला, केंद्र में भी</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::HitHeader</name>
    <message>
        <source>Type</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Number, status</source>
        <translation>नम्बर, हालत</translation>
    </message>
    <message>
        <source>Who, what</source>
        <translation>कौन, क्या</translation>
    </message>
    <message>
        <source>Date, station</source>
        <translation>तारीख, थाना</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>स्रोत</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>शॉर्टकट</translation>
    </message>
    <message>
        <source>To the search field</source>
        <translation>खोज के खाने में</translation>
    </message>
    <message>
        <source>Move in the list while the words stay</source>
        <translation>सूची में ऊपर-नीचे, शब्द वहीं रहते हैं</translation>
    </message>
    <message>
        <source>Open the chosen record</source>
        <translation>चुना हुआ रिकॉर्ड खोलें</translation>
    </message>
    <message>
        <source>Back to the search</source>
        <translation>खोज पर वापस</translation>
    </message>
    <message>
        <source>Copy the number in the list, the value on a record</source>
        <translation>सूची में नम्बर की कॉपी, रिकॉर्ड में भरे हुए की</translation>
    </message>
    <message>
        <source>Back and forward</source>
        <translation>पिछला और अगला पन्ना</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>दूसरा खुला पन्ना</translation>
    </message>
    <message>
        <source>Close this page</source>
        <translation>यह पन्ना बंद करें</translation>
    </message>
    <message>
        <source>Next control</source>
        <translation>अगला खाना या बटन</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::KindBar</name>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::MainWindow</name>
    <message>
        <source>Ekatra</source>
        <translation>एकत्र</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::Preview</name>
    <message>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Open this record</source>
        <translation>यह रिकॉर्ड खोलें</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>झलक</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::Rail</name>
    <message>
        <source>Search</source>
        <translation>खोज</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>जगहें</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::RecordPage</name>
    <message>
        <source>Retry</source>
        <translation>फिर कोशिश</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>धारा</translation>
    </message>
    <message>
        <source>Entered here</source>
        <translation>यहीं भरा गया</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>स्रोत: %1</translation>
    </message>
    <message>
        <source>%1 %2, not arrived yet</source>
        <translation>%1 %2, अभी नहीं आया</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 खोलें</translation>
    </message>
    <message>
        <source>Linked records</source>
        <translation>जुड़े रिकॉर्ड</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>संस्करण</translation>
    </message>
    <message>
        <source>As first received</source>
        <translation>जैसा पहली बार आया</translation>
    </message>
    <message>
        <source>Version %1, earlier ones kept: %2</source>
        <translation>संस्करण %1, पुराने रखे हुए: %2</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>नम्बर कॉपी</translation>
    </message>
    <message>
        <source>IO: %1</source>
        <translation>IO: %1</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::RecordSheet</name>
    <message>
        <source>Yes</source>
        <translation>हां</translation>
    </message>
    <message>
        <source>No</source>
        <translation>नहीं</translation>
    </message>
    <message>
        <source>Other details</source>
        <translation>अन्य विवरण</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>विवरण</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::RoofDrawing</name>
    <message>
        <source>Police stations · CAS</source>
        <translation>थाने · CAS</translation>
    </message>
    <message>
        <source>Courts</source>
        <translation>न्यायालय</translation>
    </message>
    <message>
        <source>Prisons</source>
        <translation>जेल</translation>
    </message>
    <message>
        <source>FSL</source>
        <translation>FSL</translation>
    </message>
    <message>
        <source>Prosecution</source>
        <translation>अभियोजन</translation>
    </message>
    <message>
        <source>Fingerprints</source>
        <translation>अंगुली छाप</translation>
    </message>
    <message>
        <source>Women and children</source>
        <translation>महिला एवं बाल</translation>
    </message>
    <message>
        <source>One district, one place, entered once</source>
        <translation>एक जिला, एक जगह, एक बार दर्ज</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::SearchField</name>
    <message>
        <source>Search: name, FIR, mobile, vehicle, village…</source>
        <translation>खोजें: नाम, FIR, मोबाइल, गाड़ी, गांव…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>खोज</translation>
    </message>
    <message>
        <source>Clear the words</source>
        <translation>साफ करें</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::SearchPage</name>
    <message>
        <source>Searching…</source>
        <translation>खोज जारी है…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>फिर कोशिश</translation>
    </message>
    <message>
        <source>Records found</source>
        <translation>मिले रिकॉर्ड</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 में से %1</translation>
    </message>
    <message>
        <source>↑↓ move · Enter opens · Esc back to the words</source>
        <translation>↑↓ चलें · Enter खोलें · Esc शब्दों पर लौटें</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::Shell</name>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>आगे</translation>
    </message>
    <message>
        <source>Open pages</source>
        <translation>खुले पन्ने</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>खोज</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>खोज: %1</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>खुल रहा है…</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 बंद करें</translation>
    </message>
    <message>
        <source>Close (%1)</source>
        <translation>बंद करें (%1)</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::StatusLine</name>
    <message>
        <source>No source set up</source>
        <translation>कोई स्रोत नहीं जुड़ा</translation>
    </message>
    <message>
        <source>No answer from: %1</source>
        <translation>जवाब नहीं आ रहा: %1</translation>
    </message>
    <message>
        <source>nothing waits to be sent</source>
        <translation>भेजने को कुछ बाकी नहीं</translation>
    </message>
    <message>
        <source>%1 to send</source>
        <translation>%1 भेजने को</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 नामंजूर</translation>
    </message>
    <message>
        <source>%1 to be decided</source>
        <translation>%1 में फैसला बाकी</translation>
    </message>
    <message>
        <source>last sync %1</source>
        <translation>अंतिम मिलान %1</translation>
    </message>
    <message>
        <source>never synced</source>
        <translation>मिलान अभी नहीं हुआ</translation>
    </message>
    <message>
        <source>F1 keys · Ctrl+K search</source>
        <translation>F1 शॉर्टकट · Ctrl+K खोज</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::TopBar</name>
    <message>
        <source>Ekatra</source>
        <translation>एकत्र</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>अभ्यास</translation>
    </message>
    <message>
        <source>PS %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>Show in English</source>
        <translation>अंग्रेजी में दिखाएं</translation>
    </message>
    <message>
        <source>Show in Hindi</source>
        <translation>हिंदी में दिखाएं</translation>
    </message>
    <message>
        <source>Operator: %1</source>
        <translation>ऑपरेटर: %1</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>रूप</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>उजला</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>गहरा</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>तेज अंतर</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>डेस्कटॉप जैसा</translation>
    </message>
    <message>
        <source>Close Ekatra</source>
        <translation>एकत्र बंद करें</translation>
    </message>
    <message>
        <source>Operator&apos;s menu</source>
        <translation>ऑपरेटर का मेनू</translation>
    </message>
    <message>
        <source>%1 to send</source>
        <translation>%1 भेजने को</translation>
    </message>
    <message>
        <source>%1 to be decided</source>
        <translation>%1 में फैसला बाकी</translation>
    </message>
    <message>
        <source>Keys (F1)</source>
        <translation>शॉर्टकट (F1)</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::UnderstoodBar</name>
    <message>
        <source>name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>father or husband</source>
        <translation>पिता/पति</translation>
    </message>
    <message>
        <source>village</source>
        <translation>गांव</translation>
    </message>
    <message>
        <source>station</source>
        <translation>थाना</translation>
    </message>
    <message>
        <source>type</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>year</source>
        <translation>साल</translation>
    </message>
    <message>
        <source>status</source>
        <translation>हालत</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>मोबाइल</translation>
    </message>
    <message>
        <source>vehicle</source>
        <translation>गाड़ी</translation>
    </message>
    <message>
        <source>section</source>
        <translation>धारा</translation>
    </message>
    <message>
        <source>FIR number</source>
        <translation>FIR नम्बर</translation>
    </message>
    <message>
        <source>number</source>
        <translation>नम्बर</translation>
    </message>
    <message>
        <source>CNR</source>
        <translation>CNR</translation>
    </message>
    <message>
        <source>investigating officer</source>
        <translation>तफ्तीश अफसर</translation>
    </message>
    <message>
        <source>date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>Understood as:</source>
        <translation>समझा गया:</translation>
    </message>
    <message>
        <source>%1: %2. Press to take it away</source>
        <translation>%1: %2। हटाने के लिए दबाएं</translation>
    </message>
    <message>
        <source>word</source>
        <translation>शब्द</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::UnlockPage</name>
    <message>
        <source>Show in Hindi</source>
        <translation>हिंदी में दिखाएं</translation>
    </message>
    <message>
        <source>Show in English</source>
        <translation>अंग्रेजी में दिखाएं</translation>
    </message>
    <message>
        <source>Ekatra</source>
        <translation>एकत्र</translation>
    </message>
    <message>
        <source>All records of the district under one roof.</source>
        <translation>जिले के सारे रिकॉर्ड एक छत के नीचे।</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>डेटा फोल्डर</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>ऑपरेटर</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>पासवाक्य</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>पासवाक्य छुपाएं</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>पासवाक्य दिखाएं</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Caps Lock चालू है</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>खुल रहा है…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>लॉक खोलें</translation>
    </message>
    <message>
        <source>Ekatra %1</source>
        <translation>एकत्र %1</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>अभ्यास</translation>
    </message>
    <message>
        <source>Passphrase of this practice station:</source>
        <translation>इस अभ्यास थाने का पासवाक्य:</translation>
    </message>
    <message>
        <source>For authorised police staff only. Everything kept here is encrypted on this computer; without the passphrase nobody can read it.</source>
        <translation>केवल अधिकृत पुलिस कर्मियों के लिए। यहां का सब कुछ इस कंप्यूटर पर गुप्त लिपि में रखा है; पासवाक्य के बिना कोई नहीं पढ़ सकता।</translation>
    </message>
</context>
</TS>
