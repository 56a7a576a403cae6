/**
 * Words that look coined and name no system: fields, kinds of models, hardware, measures. Precision
 * comes first, so a word stands here as soon as one paper uses it for a kind of thing.
 */
export const genericNames: ReadonlySet<string> = new Set(
	(
		'llm lm nlp nlu nlg ai agi ml dl rl rlhf rlvr rnn cnn dnn ann snn gnn ssm mlp moe gpu gpus cpu tpu api apis kv sota qa vqa icl cot sft dpo ppo grpo vit nn ' +
		'lstm gru transformer transformers peft lora qlora rag nas plm vlm vlms mllm mllms lvlm lmm lmms dit gan gans vae vaes ffn io fft hmm mdp pomdp sgd adam adamw flop flops tflops asr tts ocr ner nmt mt ir ood iid ' +
		'fp8 fp16 bf16 int8 int4 fp4 cuda clip-based pytorch jax numpy nli stem url pdf 2d 3d 1d 4d mri ct eeg fid bleu rouge f1 auc map iou psnr ssim miou fps fp32 w4a8 ' +
		'slm slms huggingface github arxiv youtube wikipedia openai deepmind google microsoft nvidia meta covid ' +
		'phd iot dna rna vlms llms lms rnns cnns ssms gnns moes nns dnns mlps hmms mdps vits plms ' +
		'kv-cache k-means top-k top-p n-gram n-grams beam-search pre-training fine-tuning seq2seq text-to-image text-to-video image-to-text ' +
		'smt sat np nps tc0 nc1 ac0 seth eth cs cv it us uk eu acl iclr icml neurips cvpr emnlp naacl iccv eccv focs stoc soda icalp colt aaai ijcai ' +
		'ctc crf svm svms pca svd tf-idf knn k-nn mcts mcmc ode odes pde pdes sde sdes dft dct idct crc hpc dsp fpga asic hbm sram dram nvlink simd mpi ddp fsdp zero dp tp pp sp cp ' +
		'mae mse rmse elo cer wer llm-based gpt-based bert-based tdp slo ttft tpot p99 rope alibi nope swiglu gelu relu softmax layernorm rmsnorm batchnorm ' +
		'gpt llm-as-a-judge chatgpt-like s2s e2e t2i t2v i2v tti ttv sdk cli gui uav lidar rgb rgb-d cad av '
	)
		.trim()
		.split(' '),
);

/** Names that many papers use, and that by their letters could be words or kinds of things. */
export const wellKnownNames: ReadonlySet<string> = new Set(
	'BERT CLIP MMLU GLUE SuperGLUE COCO MNIST PaLM Gemini Claude Mistral Mixtral Gemma Qwen LLaMA Llama Medusa EAGLE Hyena RWKV RetNet Performer Longformer BigBird Reformer Linformer ChatGPT'.split(
		' ',
	),
);
