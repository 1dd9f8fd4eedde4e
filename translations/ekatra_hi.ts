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
    <message>
        <source>New paper, or a draft to go on with</source>
        <translation>नया कागज, या अधूरा ड्राफ्ट</translation>
    </message>
    <message>
        <source>In a paper: the next fault; check all of it</source>
        <translation>कागज में: अगली गलती; पूरा जांचें</translation>
    </message>
    <message>
        <source>In a paper: section before, next section</source>
        <translation>कागज में: पिछला भाग, अगला भाग</translation>
    </message>
    <message>
        <source>In a paper: yes, no</source>
        <translation>कागज में: हां, नहीं</translation>
    </message>
    <message>
        <source>In a paper: save now; submit</source>
        <translation>कागज में: अभी सुरक्षित; दाखिल</translation>
    </message>
    <message>
        <source>On a case or record: the acts at its foot; earlier versions</source>
        <translation>केस या रिकॉर्ड पर: नीचे के काम; पुराने रूप</translation>
    </message>
    <message>
        <source>On the sync page: run all now</source>
        <translation>समन्वय पर: सब अभी चलाएं</translation>
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
    <message>
        <source>Drafts</source>
        <translation>ड्राफ्ट</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>नया दर्ज करें</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>आउटबॉक्स</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>समन्वय</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>अलग रखे</translation>
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
    <message>
        <source>Facts</source>
        <translation>तथ्य</translation>
    </message>
    <message>
        <source>A draft, not submitted yet</source>
        <translation>मसौदा, अभी जमा नहीं</translation>
    </message>
    <message>
        <source>The centre refused it.</source>
        <translation>केंद्र ने नामंजूर किया।</translation>
    </message>
    <message>
        <source>It was changed here and at the centre, and waits for a decision.</source>
        <translation>यह यहां और केंद्र दोनों जगह बदला; फैसला बाकी है।</translation>
    </message>
    <message>
        <source>Changes begun here are not submitted yet</source>
        <translation>यहां शुरू किए बदलाव अभी जमा नहीं</translation>
    </message>
    <message>
        <source>kept %1</source>
        <translation>%1 को सहेजा</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>मुकदमा</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>लिखना जारी रखें</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>छापें</translation>
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
    <message>
        <source>%1 (not saved yet)</source>
        <translation>%1 (अभी सुरक्षित नहीं)</translation>
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
    <message>
        <source>source</source>
        <translation>स्रोत</translation>
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
<context>
    <name>ekatra::ui::ChoicePanel</name>
    <message>
        <source>Whom is this paper about?</source>
        <translation>यह कागज किसके बारे में है?</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>इनमें से कोई नहीं</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::FieldBox</name>
    <message>
        <source>filled in by itself</source>
        <translation>अपने-आप भरता है</translation>
    </message>
    <message>
        <source>from %1 %2</source>
        <translation>%1 %2 से</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::FieldColumn</name>
    <message>
        <source>More fields (%1)</source>
        <translation>और खाने (%1)</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::FindingNote</name>
    <message>
        <source>if it stays so: why</source>
        <translation>ऐसा ही रखना हो तो कारण</translation>
    </message>
    <message>
        <source>Why it stays so: %1</source>
        <translation>ऐसा क्यों रखा: %1</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::FormFoot</name>
    <message>
        <source>Draft of %1</source>
        <translation>%1 का ड्राफ्ट</translation>
    </message>
    <message>
        <source>What you type is kept by itself</source>
        <translation>लिखा हुआ अपने-आप सुरक्षित होता है</translation>
    </message>
    <message>
        <source>Draft saved %1, saving again…</source>
        <translation>ड्राफ्ट %1 पर सुरक्षित, फिर हो रहा है…</translation>
    </message>
    <message>
        <source>Saving the draft…</source>
        <translation>ड्राफ्ट सुरक्षित हो रहा है…</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>ड्राफ्ट %1 पर सुरक्षित</translation>
    </message>
    <message>
        <source>The draft is not saved</source>
        <translation>ड्राफ्ट सुरक्षित नहीं हुआ</translation>
    </message>
    <message>
        <source>Section before: %1</source>
        <translation>पिछला भाग: %1</translation>
    </message>
    <message>
        <source>Next section: %1</source>
        <translation>अगला भाग: %1</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>जांचें</translation>
    </message>
    <message>
        <source>Check the whole paper</source>
        <translation>पूरा कागज जांचें</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>छापें</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>दाखिल करें</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::FormPage</name>
    <message>
        <source>Opening the paper…</source>
        <translation>कागज खुल रहा है…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>There is no form for this record.</source>
        <translation>इस रिकॉर्ड का कोई फार्म नहीं है।</translation>
    </message>
    <message>
        <source>Why is it changed? (it was submitted before)</source>
        <translation>क्यों बदला जा रहा है? (पहले दाखिल हो चुका है)</translation>
    </message>
    <message>
        <source>New %1 (draft)</source>
        <translation>नई %1 (ड्राफ्ट)</translation>
    </message>
    <message>
        <source>Nothing is wrong with this paper. It may be submitted.</source>
        <translation>कोई गलती नहीं है। दाखिल कर सकते हैं।</translation>
    </message>
    <message>
        <source>It cannot be submitted yet. Errors left: %1. This is the first.</source>
        <translation>अभी दाखिल नहीं हो सकता। गलतियां बाकी: %1। यह पहली है।</translation>
    </message>
    <message>
        <source>Put it right, or write why it stays so. Then submit again.</source>
        <translation>ठीक करें, या कारण लिखें कि ऐसा क्यों रखा है। फिर दाखिल करें।</translation>
    </message>
    <message>
        <source>Write why it is changed: the record was submitted before.</source>
        <translation>लिखें कि क्यों बदला जा रहा है: यह रिकॉर्ड पहले दाखिल हो चुका है।</translation>
    </message>
    <message>
        <source>It was not submitted and stays a draft.</source>
        <translation>दाखिल नहीं हुआ, ड्राफ्ट बना रहेगा।</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>बिना सुरक्षित किए बंद करें</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>फिर सुरक्षित करें</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::FormPaper</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 में से %1</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::HelpPane</name>
    <message>
        <source>14/7/24, 140724 or “today”.</source>
        <translation>14/7/24, 140724 या “आज”।</translation>
    </message>
    <message>
        <source>20:00, 2000 or “8 pm”.</source>
        <translation>20:00, 2000 या “8 बजे”।</translation>
    </message>
    <message>
        <source>140724 1020, “today 10:20” or “now”.</source>
        <translation>140724 1020, “आज 10:20” या “अब”।</translation>
    </message>
    <message>
        <source>45000, 45,000 or 1.5 lakh.</source>
        <translation>45000, 45,000 या 1.5 लाख।</translation>
    </message>
    <message>
        <source>Type in Hindi or English, or open the list with ↓.</source>
        <translation>हिंदी या अंग्रेजी में लिखें, या ↓ से सूची खोलें।</translation>
    </message>
    <message>
        <source>Each with Enter; Backspace takes the last one away.</source>
        <translation>हर एक के बाद Enter; Backspace से आखिरी हटता है।</translation>
    </message>
    <message>
        <source>Enter begins a new line, Tab moves on.</source>
        <translation>Enter से नई पंक्ति, Tab से अगला खाना।</translation>
    </message>
    <message>
        <source>The space bar ticks.</source>
        <translation>स्पेस से टिक लगता है।</translation>
    </message>
    <message>
        <source>Enter opens a row, Delete takes it out, Alt+↑ and Alt+↓ move it.</source>
        <translation>Enter से पंक्ति खुलती है, Delete से हटती है, Alt+↑ और Alt+↓ से ऊपर-नीचे होती है।</translation>
    </message>
    <message>
        <source>Enter moves on.</source>
        <translation>Enter से अगला खाना।</translation>
    </message>
    <message>
        <source>F1 · this field</source>
        <translation>F1 · यह खाना</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::LineEditor</name>
    <message>
        <source>at submission</source>
        <translation>दाखिल करते समय</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::ListEditor</name>
    <message>
        <source>type or choose, one after the other</source>
        <translation>लिखें या चुनें, एक के बाद एक</translation>
    </message>
    <message>
        <source>one after the other, each with Enter</source>
        <translation>एक के बाद एक, हर एक पर Enter</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 हटाएं</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::Mend</name>
    <message>
        <source>Take %1</source>
        <translation>%1 लें</translation>
    </message>
    <message>
        <source>Take this row out</source>
        <translation>यह पंक्ति हटाएं</translation>
    </message>
    <message>
        <source>Take “%1”</source>
        <translation>“%1” लें</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>अभी का समय</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>आज की तारीख</translation>
    </message>
    <message>
        <source>Take the hidden signs out</source>
        <translation>छुपे चिह्न हटाएं</translation>
    </message>
    <message>
        <source>Put it on one line</source>
        <translation>एक पंक्ति में करें</translation>
    </message>
    <message>
        <source>Write 1</source>
        <translation>1 लिखें</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::PickPopup</name>
    <message>
        <source>↑↓ choose · Enter take · Esc close</source>
        <translation>↑↓ चुनें · Enter लें · Esc बंद</translation>
    </message>
    <message>
        <source>↑↓ choose · Enter take · Ctrl+N new · Esc close</source>
        <translation>↑↓ चुनें · Enter लें · Ctrl+N नया · Esc बंद</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>विकल्प</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::PickSources</name>
    <message>
        <source>1 record</source>
        <translation>1 रिकॉर्ड</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 रिकॉर्ड</translation>
    </message>
    <message>
        <source>New person: “%1”</source>
        <translation>नया व्यक्ति: “%1”</translation>
    </message>
    <message>
        <source>New officer: “%1”</source>
        <translation>नया अधिकारी: “%1”</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>%1 की जगह</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::RowText</name>
    <message>
        <source>any Magistrate</source>
        <translation>कोई भी मजिस्ट्रेट</translation>
    </message>
    <message>
        <source>Magistrate of the first class</source>
        <translation>प्रथम श्रेणी मजिस्ट्रेट</translation>
    </message>
    <message>
        <source>Court of Session</source>
        <translation>सेशन कोर्ट</translation>
    </message>
    <message>
        <source>Special Court</source>
        <translation>विशेष न्यायालय</translation>
    </message>
    <message>
        <source>Children's Court</source>
        <translation>बाल न्यायालय</translation>
    </message>
    <message>
        <source>up to death</source>
        <translation>मृत्युदंड तक</translation>
    </message>
    <message>
        <source>up to life</source>
        <translation>आजीवन तक</translation>
    </message>
    <message>
        <source>up to 1 year</source>
        <translation>1 वर्ष तक</translation>
    </message>
    <message>
        <source>up to %1 years</source>
        <translation>%1 वर्ष तक</translation>
    </message>
    <message>
        <source>cognizable</source>
        <translation>संज्ञेय</translation>
    </message>
    <message>
        <source>non-cognizable</source>
        <translation>असंज्ञेय</translation>
    </message>
    <message>
        <source>bailable</source>
        <translation>जमानती</translation>
    </message>
    <message>
        <source>non-bailable</source>
        <translation>गैर-जमानती</translation>
    </message>
    <message>
        <source>%1 variants</source>
        <translation>%1 रूप</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::RowsEditor</name>
    <message>
        <source>Add: %1</source>
        <translation>जोड़ें: %1</translation>
    </message>
    <message>
        <source>as you write it: 103(1), 3(5) BNS</source>
        <translation>जैसे लिखते हैं: 103(1), 3(5) BNS</translation>
    </message>
    <message>
        <source>Enter the date of the offence to see which law applies.</source>
        <translation>घटना की तारीख भरें, तब पता चलेगा कौन सा कानून लगेगा।</translation>
    </message>
    <message>
        <source>Offence of %1: BNS applies.</source>
        <translation>घटना %1 की: BNS लगेगी।</translation>
    </message>
    <message>
        <source>Offence of %1: IPC applies.</source>
        <translation>घटना %1 की: IPC लगेगी।</translation>
    </message>
    <message>
        <source>not filled in yet</source>
        <translation>अभी भरा नहीं</translation>
    </message>
    <message>
        <source>Take this row out</source>
        <translation>यह पंक्ति हटाएं</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::SectionList</name>
    <message>
        <source>%1 added</source>
        <translation>%1 जुड़े</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>अपने-आप</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>जरूरी नहीं</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 गलती</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 गलतियां</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 चेतावनी</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 चेतावनियां</translation>
    </message>
    <message>
        <source>Sections of the paper</source>
        <translation>कागज के भाग</translation>
    </message>
    <message>
        <source>done</source>
        <translation>पूरा</translation>
    </message>
    <message>
        <source>F8 next</source>
        <translation>F8 अगली</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::SentPanel</name>
    <message>
        <source>%1 %2 was submitted. It goes to the centre as soon as the line is there.</source>
        <translation>%1 %2 दाखिल हुई। लाइन मिलते ही केंद्र को जाएगी।</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>छापें</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>नई %1</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::ValueText</name>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>दिन/माह/वर्ष</translation>
    </message>
    <message>
        <source>hh:mm</source>
        <translation>घंटा:मिनट</translation>
    </message>
    <message>
        <source>dd/mm/yyyy hh:mm</source>
        <translation>दिन/माह/वर्ष घंटा:मिनट</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::CaseStory</name>
    <message>
        <source>%1 changed here</source>
        <translation>%1 यहां बदला</translation>
    </message>
    <message>
        <source>%1 changed by %2</source>
        <translation>%1 %2 में बदला</translation>
    </message>
    <message>
        <source>%1, draft</source>
        <translation>%1, मसौदा</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::RecordHeader</name>
    <message>
        <source>Copy the number</source>
        <translation>नम्बर कॉपी करें</translation>
    </message>
    <message>
        <source>IO: %1</source>
        <translation>IO: %1</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>धाराएं</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::TimeLine</name>
    <message>
        <source>Time line of the case</source>
        <translation>मुकदमे का घटनाक्रम</translation>
    </message>
    <message>
        <source>Newest on top</source>
        <translation>नया ऊपर</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::CaseSide</name>
    <message>
        <source>People, property and papers of the case</source>
        <translation>मुकदमे के लोग, माल और कागज</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>सभी %1 दिखाएं</translation>
    </message>
    <message>
        <source>People</source>
        <translation>लोग</translation>
    </message>
    <message>
        <source>age %1</source>
        <translation>उम्र %1</translation>
    </message>
    <message>
        <source>in %1 records</source>
        <translation>%1 रिकॉर्ड में</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>माल</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>कागज</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 खोलें</translation>
    </message>
    <message>
        <source>Linked cases</source>
        <translation>जुड़े मुकदमे</translation>
    </message>
    <message>
        <source>%1 %2, not arrived yet</source>
        <translation>%1 %2, अभी नहीं आया</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::CasePage</name>
    <message>
        <source>Case</source>
        <translation>मुकदमा</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Not submitted yet</source>
        <translation>अभी जमा नहीं</translation>
    </message>
    <message>
        <source>Still lacking: %1</source>
        <translation>अभी बाकी: %1</translation>
    </message>
    <message>
        <source>Nothing is lacking</source>
        <translation>कुछ बाकी नहीं</translation>
    </message>
    <message>
        <source>Go on: %1</source>
        <translation>जारी रखें: %1</translation>
    </message>
    <message>
        <source>Print %1</source>
        <translation>%1 छापें</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::VersionList</name>
    <message>
        <source>Versions</source>
        <translation>संस्करण</translation>
    </message>
    <message>
        <source>Version %1, as it stands</source>
        <translation>संस्करण %1, मौजूदा</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>संस्करण %1</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>शुरुआत</translation>
    </message>
    <message>
        <source>Entered here</source>
        <translation>यहां दर्ज किया</translation>
    </message>
    <message>
        <source>As first received</source>
        <translation>जैसा पहली बार मिला</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Nothing changed in it</source>
        <translation>कुछ नहीं बदला</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::FilterBar</name>
    <message>
        <source>Station</source>
        <translation>थाना</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>वर्ष</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>स्रोत</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>all</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>नया पहले</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>उपयुक्त</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>क्रम: %1</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>नया पहले</translation>
    </message>
    <message>
        <source>most fitting first</source>
        <translation>सबसे उपयुक्त पहले</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>नया पहले</translation>
    </message>
    <message>
        <source>Most fitting first</source>
        <translation>सबसे उपयुक्त पहले</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::PrintPreview</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>पृष्ठ %1 / %2</translation>
    </message>
    <message>
        <source>The paper is being made …</source>
        <translation>कागज तैयार हो रहा है …</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>पिछला पृष्ठ</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>अगला पृष्ठ</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>छोटा</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>बड़ा</translation>
    </message>
    <message>
        <source>Fit to width</source>
        <translation>चौड़ाई के बराबर</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF में सहेजें</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>छापें</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::DiscardBar</name>
    <message>
        <source>Discard %1? It is never sent; the paper goes back to the drafts.</source>
        <translation>%1 हटाएं? यह कभी नहीं भेजा जाएगा; कागज ड्राफ्ट में लौट जाएगा।</translation>
    </message>
    <message>
        <source>Why (kept with the record)</source>
        <translation>कारण (रिकॉर्ड के साथ रहेगा)</translation>
    </message>
    <message>
        <source>Reason for discarding</source>
        <translation>हटाने का कारण</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>हटाएं</translation>
    </message>
    <message>
        <source>Discard %1</source>
        <translation>%1 हटाएं</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>रहने दें</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::OutboxPage</name>
    <message>
        <source>Enter opens · R retry · M mend · Del discard · F5 sync now</source>
        <translation>Enter खोलें · R फिर भेजें · M सुधारें · Del हटाएं · F5 अभी मिलान</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>आउटबॉक्स</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::OutboxPane</name>
    <message>
        <source>Look again</source>
        <translation>फिर देखें</translation>
    </message>
    <message>
        <source>Reading the outbox…</source>
        <translation>आउटबॉक्स पढ़ा जा रहा है…</translation>
    </message>
    <message>
        <source>Accepted today (%1)</source>
        <translation>आज स्वीकार (%1)</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>कुछ बाकी नहीं</translation>
    </message>
    <message>
        <source>%1 to send</source>
        <translation>%1 भेजने को</translation>
    </message>
    <message>
        <source>%1 of them need you</source>
        <translation>%1 को आपका काम चाहिए</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>भेजने को कुछ बाकी नहीं।</translation>
    </message>
    <message>
        <source>What you submit stands here until the centre has it.</source>
        <translation>जमा किया हुआ कागज केंद्र पहुंचने तक यहां दिखता है।</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>आउटबॉक्स</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>सब फिर भेजें</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>मामला</translation>
    </message>
    <message>
        <source>What</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>अगली कोशिश</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>काम</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::Outbox</name>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1 (और %2)</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>नया: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>बदला: %1</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>भेजे जाने की प्रतीक्षा में</translation>
    </message>
    <message>
        <source>Waiting for the line</source>
        <translation>लाइन की प्रतीक्षा में</translation>
    </message>
    <message>
        <source>Not sent yet: %1</source>
        <translation>अभी नहीं भेजा: %1</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>भेजा जा रहा है</translation>
    </message>
    <message>
        <source>The answer was lost; it is asked for again</source>
        <translation>जवाब खो गया; फिर पूछा जाएगा</translation>
    </message>
    <message>
        <source>Accepted by the centre %1</source>
        <translation>केंद्र ने स्वीकार किया %1</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>नामंजूर: %1</translation>
    </message>
    <message>
        <source>Changed here and at the centre</source>
        <translation>यहां और केंद्र दोनों जगह बदला</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>अपने आप</translation>
    </message>
    <message>
        <source>after mending</source>
        <translation>सुधार के बाद</translation>
    </message>
    <message>
        <source>after a decision</source>
        <translation>फैसले के बाद</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>फिर भेजें</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>हटाएं…</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>सुधारें</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::QuarantinePage</name>
    <message>
        <source>Look again</source>
        <translation>फिर देखें</translation>
    </message>
    <message>
        <source>Reading what was set aside…</source>
        <translation>अलग रखी पंक्तियां पढ़ी जा रही हैं…</translation>
    </message>
    <message>
        <source>No row is set aside.</source>
        <translation>कोई पंक्ति अलग नहीं रखी है।</translation>
    </message>
    <message>
        <source>Rows of a source that cannot be read wait here with their original text.</source>
        <translation>स्रोत की जो पंक्ति पढ़ी न जा सके, वह मूल रूप में यहां रहती है।</translation>
    </message>
    <message>
        <source>Asking the sources again…</source>
        <translation>स्रोतों से फिर पूछा जा रहा है…</translation>
    </message>
    <message>
        <source>%1 are records now, %2 stay, %3 are no longer at the source</source>
        <translation>%1 रिकॉर्ड बने, %2 बाकी, %3 स्रोत में अब नहीं</translation>
    </message>
    <message>
        <source>Rows that could not be read: %1</source>
        <translation>जो पंक्तियां पढ़ी नहीं गईं: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>फिर पूछें</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>field</source>
        <translation>खाना</translation>
    </message>
    <message>
        <source>First seen %1, last seen %2</source>
        <translation>पहली बार %1, आखिरी बार %2</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>अलग रखे</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>सब फिर पूछें</translation>
    </message>
    <message>
        <source>Ask the source for this row again</source>
        <translation>स्रोत से यह पंक्ति फिर मांगें</translation>
    </message>
    <message>
        <source>The row as it came</source>
        <translation>पंक्ति मूल रूप में</translation>
    </message>
    <message>
        <source>Rows set aside</source>
        <translation>अलग रखी पंक्तियां</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>स्रोत</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>कुंजी</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>आखिरी बार</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>काम</translation>
    </message>
    <message>
        <source>↑↓ move · R or Enter asks the source again</source>
        <translation>↑↓ चलें · R या Enter स्रोत से फिर पूछें</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::SyncPage</name>
    <message>
        <source>Set aside (%1)</source>
        <translation>अलग रखे (%1)</translation>
    </message>
    <message>
        <source>Reading how the sources stand…</source>
        <translation>स्रोतों की स्थिति पढ़ी जा रही है…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>फिर देखें</translation>
    </message>
    <message>
        <source>No source is set up, so nothing can be read or sent.</source>
        <translation>कोई स्रोत नहीं जोड़ा है, इसलिए न कुछ पढ़ा जा सकता है न भेजा।</translation>
    </message>
    <message>
        <source>The administrator adds the sources of the district to this store.</source>
        <translation>जिले के स्रोत एडमिन इस स्टोर में जोड़ता है।</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>समन्वय</translation>
    </message>
    <message>
        <source>Run all now</source>
        <translation>सब अभी मिलाएं</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>मिलान रोकें</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>स्रोत</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>स्रोत</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>आखिरी सफल</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>आए</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>जुड़े</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>बदले</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>हटे</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>अलग रखे</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>बाइट</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>काम</translation>
    </message>
    <message>
        <source>Sync by itself, also while the window is closed:</source>
        <translation>अपने आप मिलान, खिड़की बंद होने पर भी:</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>every %1 min</source>
        <translation>हर %1 मिनट</translation>
    </message>
    <message>
        <source>Never sync by itself</source>
        <translation>अपने आप मिलान कभी नहीं</translation>
    </message>
    <message>
        <source>Sync by itself every %1 minutes</source>
        <translation>हर %1 मिनट अपने आप मिलान</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::SyncWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 से.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 मिनट</translation>
    </message>
    <message>
        <source>Sending: %1 of %2 done</source>
        <translation>भेजा जा रहा है: %2 में से %1 हुए</translation>
    </message>
    <message>
        <source>Reading what changed</source>
        <translation>बदलाव पढ़े जा रहे हैं</translation>
    </message>
    <message>
        <source>Reading: %1</source>
        <translation>पढ़े जा रहे हैं: %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>रोका हुआ</translation>
    </message>
    <message>
        <source>Stopped before the end</source>
        <translation>बीच में रोका गया</translation>
    </message>
    <message>
        <source>Never read</source>
        <translation>कभी नहीं पढ़ा</translation>
    </message>
    <message>
        <source>Up to date, %1 rows set aside</source>
        <translation>ताजा, %1 पंक्तियां अलग रखीं</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>ताजा है</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>फिर शुरू</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>विराम</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>अभी मिलाएं</translation>
    </message>
    <message>
        <source>now</source>
        <translation>अभी</translation>
    </message>
    <message>
        <source>%1: %2, last success %3, fetched %4, set aside %5</source>
        <translation>%1: %2, आखिरी सफल %3, आए %4, अलग रखे %5</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>शुरू हो रहा है…</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>विफल: %1</translation>
    </message>
    <message>
        <source>next run %1</source>
        <translation>अगला मिलान %1</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::Tray</name>
    <message>
        <source>Open Ekatra</source>
        <translation>एकत्र खोलें</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>अभी मिलाएं</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Ekatra</source>
        <translation>एकत्र</translation>
    </message>
    <message>
        <source>%1 to send</source>
        <translation>%1 भेजने को</translation>
    </message>
    <message>
        <source>%1 need you</source>
        <translation>%1 को आपका काम चाहिए</translation>
    </message>
</context>
<context>
    <name>ekatra::ui::TickEditor</name>
    <message>
        <source>yes</source>
        <translation>हां</translation>
    </message>
    <message>
        <source>no</source>
        <translation>नहीं</translation>
    </message>
</context>
</TS>
